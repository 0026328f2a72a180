/** Sentences of the downloads, of the data's description and of the lists for other sites, in Japanese. */
import { formatCount } from './format.ts';

/** 約12KB, 約1.2MB: as the file managers of people count, by thousands. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `約${formatCount(Math.max(1, Math.round(bytes / 1000)))}KB`;
  return `約${(bytes / 1_000_000).toFixed(1)}MB`;
}

export const downloadsText = {
  parts: '種類・地域ごとのデータ',
  partsLead:
    '種類ごとの表には、その種類のサービスだけが入っています。地域ごとの表には、その地域に「ある」ところが入っています。どの表も、よみがなの五十音順です。',
  types: '種類ごと',
  areas: '地域ごと',
  name: '名前',
  count: '件数',
  countOf: (count: number) => `${formatCount(count)}件`,
  csv: '表（CSV）',
  geojson: '地図データ（GeoJSON）',
  file: (format: string, bytes: number) => `${format} ${sizeWords(bytes)}`,
  ofFile: (label: string) => `${label}の`,
} as const;
