/** Limits of the usual free hosts (GitHub Pages 1 GB; Cloudflare Pages 20,000 files of at most 25 MB). */
export const hostLimits = { files: 20_000, bytes: 1_000_000_000, largest: 25_000_000 } as const;

type Limit = keyof typeof hostLimits;

/** From this part of a limit on it is told: there is still time to decide. */
const nearLimit = 0.8;

/** `dist: 132ページ 180ファイル 4.2 MB（…）` beside the limits, and what to do about each that is passed or near. */
export function formatOutputSize(
  folder: string,
  size: { files: number; pages: number; bytes: number; largest: number },
): string {
  const limits = Object.keys(hostLimits) as Limit[];
  return [
    `${folder}: ${size.pages}ページ、${size.files}ファイル（上限 ${hostLimits.files.toLocaleString('en')}）、${megabytes(size.bytes)}（上限 1,000 MB）、いちばん大きいファイル ${megabytes(size.largest)}（上限 25 MB）`,
    ...limits.flatMap(limit => warning(limit, size[limit] / hostLimits[limit])),
  ].join('\n');
}

const limited: Readonly<Record<Limit, string>> = {
  files: 'ファイルの数',
  bytes: '全体の大きさ',
  largest: 'いちばん大きいファイル',
};

function warning(limit: Limit, part: number): string[] {
  if (part > 1)
    return [
      `注意：${limited[limit]}が、無料の公開サービスの上限をこえています。市町村などで地域を分けていくつかのサイトにするか、上限のないサーバーに置いてください。`,
    ];
  if (part < nearLimit) return [];
  return [
    `注意：${limited[limit]}が、無料の公開サービスの上限の${Math.floor(part * 100)}%です。これから事業所が増えるなら、地域を分けるか、上限のないサーバーに置くことを考えておいてください。`,
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
