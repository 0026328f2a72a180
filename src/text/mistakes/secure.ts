import type { secureCodes } from '../../issues/codes/secure.ts';
import type { Mending } from './mending.ts';

/** The keys of the professional edition. */
export const secureMending: Readonly<Record<keyof typeof secureCodes, Mending>> = {
  'keys-salt-unreadable': {
    title: '専門職向けの鍵の一覧（keys.yaml）がこわれている',
    why: '1文字でもちがうと、配った言葉では開けなくなります。手で作り直すことはできません。',
    steps: ['となりの keys.yaml.bak か、写しておいた地域のフォルダーの keys.yaml を、元の場所にもどします。'],
  },
  'keys-date-unreadable': {
    title: '鍵の期限が日付として読めない',
    why: 'いつまで使える鍵か分からなくなります。',
    steps: ['「2027-03-31」のように、年・月・日を「-」で区切って書きます。'],
  },
  'keys-id-duplicate': {
    title: '同じ id の鍵が2つある',
    why: '行を写すと、id も同じになります。どちらの鍵を止めるのか決められません。',
    steps: ['まちがえて写したほうを消します。', '鍵を足すときは、「keys add 名前」で作ります。'],
  },
  'sealed-file-unopened': {
    title: '封をした表を開けない',
    why: '封をした表は、合言葉（layers）がないと読めません。読めない表の行は、住民向けのサイトにも専門職版にものりません。空の表としてのせることはしません。',
    steps: [
      '合言葉の入った keys.secret.yaml を、地域のフォルダーに置きます。',
      'GitHub などで作るときは、keys.secret.yaml の中身を全部、SHIGEN_KEYS という名前の Secret に入れます。',
      '合言葉が合うのに開けないときは、表の名前を変えていないか確かめ、元の名前にもどします。',
    ],
  },
  'sealed-file-beside-clear': {
    title: '封をした表と、封をしていない同じ表がある',
    why: '直すために開いたままになっています。公開のリポジトリーに入れると、だれでも読めてしまいます。',
    steps: ['直し終わったら、「seal 表の名前」でもう一度封をします。'],
  },
};
