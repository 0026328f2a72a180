import type { articleCodes } from '../../issues/codes/articles.ts';
import type { Mending } from './mending.ts';

/** The region's own pages, their pictures and files. */
export const articleMending: Readonly<Record<keyof typeof articleCodes, Mending>> = {
  'article-not-markdown': {
    title: 'pages フォルダーに文章でないもの',
    why: 'pages に置けるのは、名前が .md で終わる文章だけです。',
    steps: ['文章なら、名前の終わりを .md に変えます。', '写真や PDF なら、files フォルダーに移します。'],
  },
  'article-head-open': {
    title: '文章の初めの「---」が閉じていない',
    why: '題名や日付を書くところの終わりが分からないので、どこからが本文か決まりません。',
    steps: ['題名や日付の次の行に、「---」だけの行を入れます。'],
  },
  'article-unreadable': {
    title: '文章が長すぎる、入れ子が深すぎる',
    why: '「>」や「-」が何十も重なる文章は読めません。写したときに、記号が増えたのかもしれません。',
    steps: ['重なっている記号を消します。', '長い文章は、いくつかのファイルに分けます。'],
  },
  'article-id-duplicate': {
    title: '2つの文章が同じ ID',
    why: 'ID はページのアドレスです。同じアドレスに2つのページは置けません。',
    steps: ['あとから作ったほうの「id:」を、ほかの名前に変えます（例：id: annai-2）。'],
  },
  'article-id-not-permanent': {
    title: '文章のアドレスが決まっていない',
    why: 'ファイルの名前から作ったアドレスは、名前を変えると変わり、紙に書いたアドレスが使えなくなります。',
    steps: ['文章の初めに「---」「id: annai」「---」の3行を入れます（annai は、英小文字の好きな名前）。'],
  },
  'article-html-dropped': {
    title: '文章に HTML が書いてある',
    why: '安全のため、HTML はのせません。まわりの言葉だけが残ります。',
    steps: ['Markdown で書き直します（太字は「**太字**」、リンクは「[名前](アドレス)」）。'],
  },
  'article-image-missing': {
    title: '写真のファイルが見つからない',
    why: '名前が1文字でもちがうと見つかりません。「.jpg」と「.jpeg」、「入口」と「入り口」もちがうものです。',
    steps: [
      'files フォルダーで、写真の名前を見ます。',
      '文章の名前を同じにするか、写真を files フォルダーに入れます。',
    ],
  },
  'article-image-unreadable': {
    title: '写真として表示できないファイル',
    why: 'iPhone の HEIC は、名前を .jpg に変えても表示できません。',
    steps: ['写真のソフト（「フォト」「ペイント」など）で開き、「名前を付けて保存」で JPEG にします。'],
  },
  'article-image-external': {
    title: 'ほかのサイトの写真を出そうとした',
    why: '見る人のことが、そのサイトに知られます。その写真が消えると、こちらのページもこわれます。',
    steps: ['使ってよい写真なら、files フォルダーに入れて、「files/名前.jpg」と書きます。'],
  },
  'article-alt-missing': {
    title: '写真に説明がない',
    why: '目の見えない人は、写真の説明を声で聞きます。説明がないと、そこに何があるか分かりません。',
    steps: ['「![ ]」のかっこの中に、写っているものを書きます（例：「![会場の入口](files/入口.jpg)」）。'],
  },
  'article-link-unknown': {
    title: 'リンクの先がない',
    why: '押しても開かないリンクは、見る人を困らせます。リンクにせず、言葉だけを出しています。',
    steps: ['公開しているページを開き、アドレスの「/type/pharmacy/」のような部分を写します。'],
  },
  'article-link-forbidden': {
    title: '使えない形のアドレス',
    why: '「javascript:」などは、見る人のパソコンで命令を動かすために使われることがあります。',
    steps: ['「https://」か「mailto:」「tel:」で始まるアドレスに書き直します。'],
  },
  'article-file-refused': {
    title: 'のせられない種類のファイル',
    why: 'だれでも安全に開ける種類だけをのせています。',
    steps: ['図は PNG、書類は PDF で保存し直し、文章の名前も直します。'],
  },
  'article-file-large': {
    title: 'ファイルが大きすぎる',
    why: '外でスマートフォンから見る人は、開くまで長く待ちます。',
    steps: [
      '写真は、横幅 1600 ピクセルくらいに縮めます（「フォト」の「画像のサイズ変更」）。',
      'PDF は、Word の「名前を付けて保存」の「最小サイズ」で作り直します。',
    ],
  },
  'article-file-unused': {
    title: 'どこからも使われていないファイル',
    why: 'ページに出てこないファイルは、公開していません。',
    steps: [
      'のせるなら、文章に「[ちらし](files/名前.pdf)」のように書きます。',
      'いらなければ、そのままでも、消してもかまいません。',
    ],
  },
  'previous-not-found': {
    title: '前に公開したデータが見つからない',
    why: '「変わったこと」のページは、前に公開したデータとくらべて作ります。',
    steps: [
      '前に作ったサイトの data/facilities.json を、地域のフォルダーに置きます。',
      'site.yaml の previous に、その場所を書きます。',
    ],
  },
  'previous-unreadable': {
    title: '前に公開したデータが読めない',
    why: '手で直したり、ちがうファイルを置いたりすると読めません。',
    steps: ['前に作ったサイトの data/facilities.json を、そのまま置き直します。'],
  },
  'article-place-in-picture': {
    title: '写真に撮影した場所が入っている',
    why: 'スマートフォンの写真には、撮った場所の緯度と経度が入ります。人の家で撮ったものなら、住所がわかってしまいます。',
    steps: [
      'エクスプローラーで写真を右クリックし、「プロパティ」→「詳細」→「プロパティや個人情報を削除」を押します。',
      '「このファイルから次のプロパティを削除」で GPS を選び、OK を押します。',
    ],
  },
};
