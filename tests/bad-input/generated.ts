import { zipSync } from 'fflate';
import { fileOf } from '../formats/layouts.ts';

interface Generated {
  code: string;
  /** In `facilities/`, unless it names a folder itself. */
  name: string;
  make(): Uint8Array;
  /** Another file of the region that is needed to see it. */
  beside?: { name: string; text: string };
}

/** Fixtures too large or too wide to keep as files. */
export const generated: readonly Generated[] = [
  { code: 'too-many-columns', name: '列が多い.csv', make: () => text(wideTable()) },
  { code: 'zip-too-large', name: '大きい.zip', make: bomb },
  { code: 'yaml-too-large', name: '大きい.yaml', make: () => text(`- 名称: ${'あ'.repeat(4_000_000)}\n`) },
  { code: 'article-unreadable', name: 'pages/nagai.md', make: () => text('>'.repeat(60)) },
  {
    code: 'article-file-large',
    name: 'files/chirashi.pdf',
    make: () => text('%PDF-1.4\n'.repeat(1_200_000)),
    beside: { name: 'pages/annai.md', text: '# あんない\n\n[ちらし](files/chirashi.pdf)\n' },
  },
  {
    code: 'value-too-long',
    name: '長い電話番号.csv',
    make: () => text(`名称,種別,電話番号\nみほん薬局,薬局,${'0'.repeat(2_000)}\n`),
  },
  {
    code: 'date-in-future',
    name: '先の日付.csv',
    make: () => text('名称,種別,電話番号,確認日\nみほん薬局,薬局,0254-00-0001,2099-04-01\n'),
  },
  {
    code: 'contact-time-unreadable',
    name: '調査.csv',
    make: () => text('名称,種別,電話番号,ケアマネタイム\nみほん薬局,薬局,0254-00-0001,お昼すぎ\n'),
  },
  { code: 'hours-open-without-times', name: '薬局.csv', make: () => text(pharmacyOpenOnTuesday()) },
  {
    code: 'row-too-long',
    name: '長い行.csv',
    make: () => text(`名称,種別,備考\nみほん薬局,薬局,${'x'.repeat(2_000_000)}\n`),
  },
];

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

/** 10,000 columns, most of them with a header nobody knows. */
function wideTable(): string {
  const more = (cell: string): string => `,${cell}`.repeat(9_998);
  return `名称,種別${more('')}\nみほん薬局,薬局${more('x')}\n`;
}

/** Ten members of 1 GB of zeros, each written small by declaring what it would unpack to. */
function bomb(): Uint8Array {
  const archive = zipSync({ '一覧.csv': new Uint8Array(4_000_000) }, { level: 9 });
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = archive.length - 46; at >= 0; at--) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xf0000000, true);
  }
  return archive;
}

/** Open on Monday with times, on Tuesday without. */
function pharmacyOpenOnTuesday(): string {
  return fileOf('naviiPharmacy', [
    {
      ...{ ID: '1551110000011', 名称: 'みほん薬局', フリガナ: 'ミホンヤッキョク', 機関区分: '5' },
      ...{ 所在地: '新潟県みほ野市西町１－２', '営業日（月）': '1', '営業日（火）': '1' },
      ...{ 月_開店時間帯1_開始時間: '09:00', 月_開店時間帯1_終了時間: '18:00' },
    },
  ]);
}
