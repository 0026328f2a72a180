import { zipSync } from 'fflate';

interface Generated {
  code: string;
  /** In `facilities/`, unless it names a folder itself. */
  name: string;
  make(): Uint8Array;
  /** Another file of the region that is needed to see it. */
  beside?: { name: string; text: string };
}

/** Fixtures too large to keep as files. */
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
