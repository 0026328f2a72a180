/** What the command `seal` says. */
export const sealText = {
  about:
    '封をした表です。開くには、地域のフォルダーで「seal --open」を実行します。このファイルの名前を変えたり、中身を直したりすると開けなくなります。',
  noFile: (file: string) => `「${file}」というファイルがありません。`,
  isSealed: (file: string) =>
    `「${file}」には、もう封がしてあります。直すために開くときは、seal --open "${file}" を実行してください。`,
  isNotSealed: (file: string) => `「${file}」は、封をした表（.sealed）ではありません。`,
  mayNot: (file: string) =>
    `「${file}」には封ができません。封ができるのは、facilities フォルダーの表、site.yaml の sources に書いた表、contacts.csv、vacancy.csv です。ほかの設定は、何を公開してよいかを決めるため、だれの所でも読めるようにしておきます。`,
  phraseLost:
    '封をした表がもうあるのに、合言葉（layers）が見つかりません。新しい合言葉を作ると、前の表が開けなくなるため、中止しました。keys.secret.yaml に layers の行を戻すか、SHIGEN_KEYS に入れてください。',
  phraseWeak:
    '合言葉（layers）が、このツールの作ったものではないか、だれでも知っているものです。keys.secret.yaml と SHIGEN_KEYS から layers の行を消して、もう一度実行すると、新しく作ります。封をした表がもうあるときは、先に seal --open で全部開き、封をした方を消してください。',
  isClearThere: (file: string) =>
    `「${file}」がもうあるため、開いていません。そのファイルを直して、seal "${file}" でもう一度封をしてください。`,
  cannotOpen: (file: string) =>
    `「${file}」を開けません。合言葉（layers）がちがうか、ファイルの名前や中身が変わっています。`,
  noPhrase:
    '合言葉（layers）がありません。keys.secret.yaml を地域のフォルダーに置くか、SHIGEN_KEYS に入れてください。',
  unproven: (file: string) =>
    `「${file}」に封をしましたが、読み返すと元と同じになりません。元のファイルはそのままです。ディスクを確かめて、もう一度実行してください。`,
  sealed: (file: string, sealed: string, moved: string) =>
    `「${file}」に封をして「${sealed}」にしました。読み返して、元と同じに開くことを確かめました。
封をする前のファイルは「${moved}」に移しました（git には入りません。消しても、seal --open で取り出せます）。

次にすること
 ・「${sealed}」を git に入れ、前の「${file}」を git から消してください（git add -A）。
 ・この表を前に一度でも git に入れていたら、履歴に残っています。公開のリポジトリーなら、新しいリポジトリーを作り直してください。
 ・表の名前「${file}」は見えます。名前に秘密を書かないでください。`,
  newPhrase: (phrase: string) => `
【大事】封をする合言葉（layers）を作りました。これをなくすと、封をした表は二度と開けません。

    ${phrase}

 ・紙に写して、鍵のかかる所に置いてください。合言葉は keys.secret.yaml に入っています（git には入りません）。
 ・専門職に配る合言葉とは別のものです。表の全部（のせないと決めた行も）が開くので、作る人だけが持ちます。
 ・GitHub などで公開するときは、keys.secret.yaml の中身を全部、SHIGEN_KEYS という名前の Secret に入れてください。`,
  opened: (file: string) =>
    `「${file}」を開きました。直し終わったら、seal "${file}" でもう一度封をしてください。開いたままのファイルを git に入れないでください。`,
} as const;
