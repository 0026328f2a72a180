import type { NewKey } from '../secure/keys-change.ts';
import type { KeySlot, OmittedReason } from '../secure/keys-file.ts';
import { formatCount, formatDay } from './format.ts';

const reasons: Readonly<Record<OmittedReason, string>> = {
  expired: '期限が過ぎています',
  revoked: '取り消してあります',
  'no-phrase': '合言葉がありません',
  'not-made-by-us': '合言葉が、このツールの作ったものではありません（8つのことば）',
  'known-to-all': '合言葉が、見本の地域のもので、だれでも知っています。keys rotate で作り直してください',
};

const names = (list: readonly string[]) => list.map(name => `「${name}」`).join('');

/** What `build` says of the professional edition. */
export const editionText = {
  none: (count: number) =>
    `【専門職版なし】専門職向けの情報のある事業所が ${formatCount(count)}件ありますが、鍵がないため、専門職版（/pro/）は作っていません。住民向けのサイトには出ていません。専門職版を作るには、鍵を作ってください：npm run -s shigen-map -- keys add "渡す相手の名前" --data <地域のフォルダー>`,
  noSlot: (omitted: readonly { slot: KeySlot; reason: OmittedReason }[]) =>
    `【専門職版なし】使える鍵がないため、専門職版（/pro/）は作っていません。${omittedLine(omitted)}`,
  sealed: (slots: readonly string[], bytes: number, asOf: string | null) =>
    `専門職版：鍵 ${formatCount(slots.length)}本（${slots.join('、')}）で封をしました。${formatCount(Math.ceil(bytes / 1024))} KB${asOf === null ? '' : `、${formatDay(asOf)} 時点`}。`,
  omitted: (omitted: readonly { slot: KeySlot; reason: OmittedReason }[]) =>
    `【使わなかった鍵】${omittedLine(omitted)}`,
  apart: (folder: string) =>
    `専門職版だけを「${folder}」に書きました。住民向けのサイトには、専門職版のページもリンクも入っていません。住民向けのサイトと同じアドレスの下に重ねて置き、/pro/ を見られる人をサーバーで限ってください。`,
  notApart: (folder: string) =>
    `専門職版を作っていないため、「${folder}」は前のままです。公開をやめるときは、サーバーからも消してください。`,
  exposed: (files: readonly string[]) =>
    `【中止】このリポジトリーは公開されていて、専門職向けの情報のある ${names(files)}を、だれでもそのまま読めます。サイトは作っていません。
次のどれかをしてください。${listHint(files)}
 ・リポジトリーを非公開にする（GitHub では Settings → General → Change visibility）。
 ・表に封をする：npm run -s shigen-map -- seal <表> --data <地域のフォルダー>。前に git に入れた表は履歴に残るので、新しいリポジトリーに移してください。
 ・keys.secret.yaml があるときは、合言葉が知られています。keys rotate で新しくし、git から消してください。
公開してよいと確かめた情報だけのときは、build に --allow-public-source を付けると作ります。`,
  mayBeExposed: (files: readonly string[]) =>
    `
【たしかめてください】ここ（CI）では、リポジトリーが公開かどうかが分かりません。公開されていれば、専門職向けの情報のある ${names(files)}を、だれでもそのまま読めます。
 ・公開のリポジトリーなら：すぐに非公開にするか、表に封をしてください（seal）。${listHint(files)}
 ・非公開のリポジトリーなら：build に --allow-public-source を付けると、このお知らせは出ません。公開に変えるときは、必ず外してください。`,
  unopened: (files: readonly string[]) =>
    `【開いていない表】封をした ${names(files)}を開けなかったため、その行はどこにも載っていません。合言葉（layers）の入った keys.secret.yaml を地域のフォルダーに置くか、SHIGEN_KEYS に入れて、もう一度実行してください。`,
  brokenSecrets: (where: string, line: number) =>
    `${where} の ${line}行目を読めないため、サイトを作っていません。1行に「鍵の id: 合言葉」の形で書いてください（keys add が書いたままの形です）。前のサイトはそのままです。`,
} as const;

const sealable = /^(?:facilities\/|contacts\.csv|vacancy\.csv)/;
const settings = ['suppress.csv', 'same.csv'];

/** What to do with files that cannot be sealed. */
function listHint(files: readonly string[]): string {
  const lists = settings.filter(file => files.includes(file));
  const others = files.filter(
    file => !sealable.test(file) && !settings.includes(file) && !file.includes('keys.secret.yaml'),
  );
  return [
    lists.length > 0 &&
      `\n ・${names(lists)}には封ができません。番号の列（記録）だけを残して、名称・住所・電話・理由・メモを空にしてください。`,
    others.length > 0 &&
      `\n ・${names(others)}には封ができません。専門職向けの値を消すか、リポジトリーから外してください。`,
  ]
    .filter(line => line !== false)
    .join('');
}

function omittedLine(omitted: readonly { slot: KeySlot; reason: OmittedReason }[]): string {
  const told = [...new Set(omitted.map(({ reason }) => reason))].map(
    reason =>
      `${names(omitted.filter(one => one.reason === reason).map(({ slot }) => slot.name))}は${reasons[reason]}。`,
  );
  const isMissing = omitted.some(({ reason }) => reason === 'no-phrase');
  return `${told.join('')}${isMissing ? '合言葉は、地域のフォルダーの keys.secret.yaml か、環境変数 SHIGEN_KEYS から読みます。' : ''}この鍵では、今回の専門職版は開けません。`;
}

/** What the command `keys` says. */
export const keysText = {
  unknownAction: (word: string) =>
    `「${word}」は分かりません。keys add <名前>、keys list、keys revoke <id か名前>、keys rotate のどれかにしてください。`,
  needName:
    '鍵を渡す相手の名前を書いてください（例：keys add "みほん病院 地域連携室" --expires 2027-03-31）。人の名前ではなく、機関や部署の名前にします。',
  needIdOrName:
    '取り消す鍵の id か名前を書いてください（例：keys revoke k3v9）。id は keys list で分かります。',
  badExpiry: (typed: string) =>
    `--expires の「${typed}」は日付として読めません。年・月・日まで書いてください（例：2027-03-31）。`,
  pastExpiry: (date: string) =>
    `--expires の ${formatDay(date)}は、もう過ぎています。これからの日付にしてください。`,
  nameTaken: (name: string) =>
    `「${name}」という名前の鍵は、もうあります。作り直すときは、先に keys revoke "${name}" で取り消してください。`,
  noKeys: '鍵はまだありません。keys add "渡す相手の名前" で作ります。',
  noSuchKey: (word: string) =>
    `「${word}」という id や名前の、使える鍵はありません。keys list で確かめてください。`,
  manyKeys: (slots: readonly KeySlot[]) =>
    `同じ名前の鍵がいくつかあります。id で指定してください：${slots.map(slot => slot.id).join('、')}`,
  busy: 'ほかのコマンドがこのフォルダーに書いています。終わってから、もう一度実行してください。',
  backup: (file: string, backup: string) => `前の ${file} は ${backup} に残しました。`,
  brokenSecrets: (line: number) =>
    `keys.secret.yaml の ${line}行目を読めないため、何も変えていません。1行に「鍵の id: 合言葉」の形で書いてください。`,
  added: ({ slot, passphrase }: NewKey) => `
「${slot.name}」の鍵（id：${slot.id}）${slot.expires === undefined ? '' : `　期限：${formatDay(slot.expires)}`}
  合言葉は、この 8つのことばです。

${spokenRows(passphrase)}
`,
  afterwards: (data: string) => `合言葉を画面に出すのは、今だけです。

次にすること
 ・相手に、電話か紙で伝えてください。「1番目、さくら。2番目、みかん。」のように、番号を付けて読みます。
   メールやチャットでは送らないでください。残って、ほかの人の手に渡ります。
 ・打つときは、ひらがなでもカタカナでも、間を空けても空けなくても開きます。
 ・合言葉は ${data}/keys.secret.yaml に入っています（git には入りません）。なくさないよう、写しを鍵のかかる所に置いてください。
 ・GitHub などで公開するときは、keys.secret.yaml の中身を全部、SHIGEN_KEYS という名前の Secret に入れてください
   （Settings → Secrets and variables → Actions）。
 ・次に build して公開したときから、この合言葉で開けます。`,
  lost: (slots: readonly string[]) =>
    `\n【注意】${names(slots)}の合言葉が、この keys.secret.yaml にありません。このまま SHIGEN_KEYS に入れると、これらの鍵では開けなくなります。前の keys.secret.yaml の行を書き足すか、鍵を作り直してください。`,
  list: (slots: readonly KeySlot[], omitted: readonly { slot: KeySlot; reason: OmittedReason }[]) =>
    slots
      .map(slot => {
        const reason = omitted.find(one => one.slot === slot)?.reason;
        const until = slot.expires === undefined ? '期限なし' : `${formatDay(slot.expires)}まで`;
        const state = slot.revokedOn ? `${formatDay(slot.revokedOn)}に取り消し` : until;
        const problem = reason && reason !== 'revoked' ? `　※${reasons[reason]}` : '';
        return `${slot.id}  ${slot.name}　${formatDay(slot.createdOn)}に作成・${state}${problem}`;
      })
      .join('\n'),
  revoked: (slot: KeySlot) =>
    `「${slot.name}」の鍵（${slot.id}）を取り消しました。次に build して公開したときから、この合言葉では開けません。
すでに開いた人の端末や紙に残っているものは、消せません。合言葉がほかの人に知られたおそれがあるときは、keys rotate で全部の合言葉を新しくしてください。`,
  rotated: '全部の合言葉を新しくしました。前の合言葉と、端末に覚えた鍵は、次に公開したときから使えません。',
  layersRotated: (phrase: string, files: readonly string[]) => `
【大事】封をした表の合言葉（layers）も新しくしました${files.length > 0 ? `。${names(files)}は、新しい合言葉で封をし直してあります。git に入れてください` : ''}。
  これをなくすと、封をした表は二度と開けません。紙に写して、鍵のかかる所に置いてください。

${spokenRows(phrase)}

 ・git の履歴に残っている前の表は、前の合言葉で開けます。前の合言葉がもれたときは、知られたものとして扱ってください。
`,
  layersKept: (file: string) =>
    `\n【注意】「${file}」を今の合言葉（layers）で開けないため、封をした表の合言葉は前のままです。その表を直すか外して、もう一度 keys rotate を実行してください。`,
  layersUnknown:
    '\n【注意】封をした表がありますが、その合言葉（layers）がこの端末にないため、前のままです。keys.secret.yaml に layers の行を戻すか、SHIGEN_KEYS に入れて、もう一度 keys rotate を実行してください。',
  aboutKeys:
    '専門職版（/pro/）の鍵の一覧です。合言葉は入っていません（keys.secret.yaml にあります）。\nコマンド「keys」が書きます：keys add <名前>・list・revoke <id>・rotate',
  aboutSecrets:
    '【秘密】専門職版の合言葉です。人に渡したり、公開したり、git に入れたりしないでください。\nGitHub などで公開するときは、このファイルの中身を全部、SHIGEN_KEYS という名前の Secret に入れます。\nlayers は、表に封をする合言葉です（コマンド「seal」）。なくすと、封をした表は二度と開けません。',
} as const;

/** Two words in a row, with their numbers, to read aloud. */
function spokenRows(passphrase: string): string {
  const words = passphrase.split(' ').map((word, index) => `${index + 1}番目　${word}`);
  const rows = words.flatMap((word, index) =>
    index % 2 === 0 ? [`    ${word.padEnd(14, '　')}${words[index + 1] ?? ''}`] : [],
  );
  return rows.join('\n');
}
