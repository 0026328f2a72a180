/** Limits of the usual free hosts (GitHub Pages 1 GB; Cloudflare Pages 20,000 files of at most 25 MB). */
export const hostLimits = { files: 20_000, bytes: 1_000_000_000, largest: 25_000_000 } as const;

/** `dist: 132ページ 180ファイル 4.2 MB（…）` beside the limits, and a warning for each that is passed. */
export function formatOutputSize(
  folder: string,
  size: { files: number; pages: number; bytes: number; largest: number },
): string {
  const lines = [
    `${folder}: ${size.pages}ページ、${size.files}ファイル（上限 ${hostLimits.files.toLocaleString('en')}）、${megabytes(size.bytes)}（上限 1,000 MB）、いちばん大きいファイル ${megabytes(size.largest)}（上限 25 MB）`,
  ];
  const over = (Object.keys(hostLimits) as (keyof typeof hostLimits)[]).filter(
    key => size[key] > hostLimits[key],
  );
  if (over.length > 0)
    lines.push(
      '注意：無料の公開サービスの上限をこえています。地域を分けて、いくつかのサイトにしてください。',
    );
  return lines.join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
