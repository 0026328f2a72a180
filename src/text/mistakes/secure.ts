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
};
