import { defineCodes } from '../define.ts';

const meant = (nearest: string | undefined): string =>
  nearest ? `「${nearest}」のまちがいではありませんか。` : '';

/** Problems of the region's own pages (`pages/*.md`), their pictures and files, and of `previous:`. */
export const articleCodes = defineCodes({
  'article-not-markdown': {
    severity: 'warning',
    sentence: () =>
      'pages フォルダーで読むのは、名前が「.md」で終わる文章だけです。文章なら名前の終わりを .md にし、写真や PDF は files フォルダーに入れてください。',
  },
  'article-head-open': {
    severity: 'error',
    sentence: () =>
      '始めの「---」に、終わりの「---」がありません。題名や日付を書いた行の次に「---」だけの行を入れてください。それまで、このページは載せません。',
  },
  'article-unreadable': {
    severity: 'error',
    sentence: ({ limit }) =>
      `この文章は入れ子が深すぎるか、長すぎるため読めません（上限 ${limit}万文字）。ページを分けてください。`,
  },
  'article-id-duplicate': {
    severity: 'error',
    sentence: ({ file }) =>
      `はページのID（アドレスの終わり）として「${file}」でも使われています。このページは載せていません。「id:」にほかの名前を書いてください（例：id: guide-2）。`,
  },
  'article-id-not-permanent': {
    severity: 'info',
    sentence: ({ id }) =>
      `のページのアドレスは、ファイルの名前から作った「/page/${id}/」です。名前を変えると変わります。始めの「---」のあいだに「id: guide」のように英小文字で書いておくと変わりません。`,
  },
  'article-html-dropped': {
    severity: 'warning',
    sentence: () =>
      'は HTML なので載せていません。文章は Markdown で書いてください（例：太字は「**太字**」、リンクは「[名前](アドレス)」）。',
  },
  'article-image-missing': {
    severity: 'error',
    sentence: ({ nearest }) =>
      `という写真が files フォルダーにありません。${meant(nearest)}files フォルダーに入れるか、名前を直してください（例：「![会場の入口](files/入口.jpg)」）。`,
  },
  'article-image-unreadable': {
    severity: 'error',
    sentence: () =>
      'は写真として表示できません。JPEG（.jpg）、PNG、WebP のどれかで保存し直してください。スマートフォンの HEIC 形式や SVG は使えません。',
  },
  'article-image-external': {
    severity: 'warning',
    sentence: () =>
      'はほかのサイトの写真なので、リンクとして載せました。ページの中に出すには、使ってよい写真を files フォルダーに入れてください。',
  },
  'article-alt-missing': {
    severity: 'warning',
    sentence: () =>
      'の写真に説明がありません。目の見えない人にも伝わるように、[ ] の中に写っているものを書いてください（例：「![会場の入口](files/入口.jpg)」）。',
  },
  'article-link-unknown': {
    severity: 'error',
    sentence: ({ nearest }) =>
      `というページもファイルもないので、リンクにしていません。${meant(nearest)}このサイトのページは「/type/pharmacy/」、ほかの文章は「page:題名」、ファイルは「files/名前.pdf」のように書いてください。`,
  },
  'article-link-forbidden': {
    severity: 'error',
    sentence: () =>
      'で始まるアドレスへはリンクできません。「https://」か「http://」、「mailto:」、「tel:」で書いてください（例：https://www.example.jp/）。',
  },
  'article-file-refused': {
    severity: 'error',
    sentence: () =>
      'は載せられない種類のファイルです。写真は JPEG・PNG・WebP、書類は PDF・Excel（.xlsx）・Word（.docx）・CSV にしてください。',
  },
  'article-file-large': {
    severity: 'warning',
    sentence: ({ size }) =>
      `は${size}MBあり、スマートフォンでは開くのに時間がかかります。写真は横幅 1600 ピクセルくらいに縮めて保存し直してください。`,
  },
  'article-file-unused': {
    severity: 'info',
    sentence: () =>
      'どのページにも出てこないので、載せていません。載せるときは、文章から「files/名前」で指してください。',
  },
  'previous-not-found': {
    severity: 'warning',
    sentence: () =>
      'に前に公開したデータがないので、変更の記録を作っていません。前に作ったサイトのフォルダーか、その中の data/facilities.json を、このフォルダーからの場所で書いてください（例：previous: 前回/facilities.json）。',
  },
  'previous-unreadable': {
    severity: 'warning',
    sentence: () =>
      'は前に公開したデータとして読めないので、変更の記録を作っていません。前に作ったサイトの data/facilities.json を、そのまま置いてください。',
  },
  'article-place-in-picture': {
    severity: 'warning',
    sentence: () =>
      'には撮影した場所の記録（GPS）が入っています。人の家で撮ったものなら住所がわかってしまいます。写真のプロパティで「プロパティや個人情報を削除」してから保存し直してください。',
  },
});
