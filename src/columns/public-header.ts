/**
 * A column of the region's own in a published list says by its header that it is public: `駐車場（公開項目）`, or
 * `P（公開項目：駐車場）` where the region shows it under another name. What `columns.yaml` says of it comes first.
 */
export function formatPublicHeader(key: string, label: string): string {
  return key === label ? `${key}（公開項目）` : `${key}（公開項目：${label}）`;
}

export function readPublicHeader(header: string): { key: string; label: string } | null {
  const [, key, label] = /^(.+?)\s*[（(]公開項目(?:[：:](.+))?[）)]$/.exec(header.trim()) ?? [];
  return key === undefined ? null : { key, label: label ?? key };
}
