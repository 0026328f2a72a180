/** 連絡先ガイド: the windows of each hospital and office by purpose, with what was revised and when. */
import { blankRule, type ContactRule, type Facility, type Service } from '../model/facility.ts';

/** 目的 in the order of the guide; whatever else a region names follows them. */
export const contactPurposes = [
  'discharge',
  'opinion',
  'nursing-order',
  'medical-information',
  'inquiry',
  'emergency',
  'caremanager-time',
  'other',
] as const;
export type ContactPurpose = (typeof contactPurposes)[number];

/** First that fits. 入院時情報提供 goes to the window of 退院調整 in most hospitals, but not by its name. */
const purposeWords: readonly (readonly [ContactPurpose, RegExp])[] = [
  ['opinion', /意見書/],
  ['nursing-order', /指示書|指示/],
  ['medical-information', /診療情報|情報提供|診情/],
  ['discharge', /退院|転院/],
  ['caremanager-time', /ケアマネ(?:ジャー)?・?タイム/],
  ['emergency', /緊急|急変|夜間|時間外/],
  ['inquiry', /照会|問い?合わ?せ|相談|面談|連絡調整/],
];

export function purposeOf(text: string): ContactPurpose {
  return purposeWords.find(([, words]) => words.test(text))?.[0] ?? 'other';
}

export interface ContactWindow {
  facility: Facility;
  /** Null: of the record as a whole. */
  service: Service | null;
  kind: ContactPurpose;
  /** `purpose` as written is the heading of a window of the kind `other`. */
  rule: ContactRule;
}

export interface Revision {
  /** `YYYY-MM-DD` or shorter; null where only the words are known. */
  on: string | null;
  text: string | null;
  purpose: string;
  department: string | null;
}

export interface OfficeWindows {
  facility: Facility;
  /** By purpose, then as the region wrote them. */
  windows: ContactWindow[];
  /** Newest first. Windows that a newer line replaced are here only. */
  history: Revision[];
}

/**
 * The windows of every record that has any, in the order of `records` (五十音). Two lines of one purpose, department and
 * channel are one window before and after a revision: the newer 改訂日 stands, the other is history. A region's own
 * column that is called `…の窓口` is a window of that purpose too, unless a line names the same department for it.
 */
export function contactWindows(records: readonly Facility[]): OfficeWindows[] {
  return records.flatMap(facility => {
    const all = windowsOf(facility);
    if (all.length === 0) return [];
    const windows = current(all).sort((a, b) => rankOf(a) - rankOf(b));
    return [{ facility, windows, history: historyOf(all) }];
  });
}

function windowsOf(facility: Facility): ContactWindow[] {
  const { services, professional } = facility;
  const toWindow = (rule: ContactRule, service: Service | null): ContactWindow => ({
    ...{ facility, service, rule },
    kind: purposeOf(rule.purpose),
  });
  const stated = [
    ...professional.contactRules.map(rule => toWindow(rule, null)),
    ...services.flatMap(service => service.professional.contactRules.map(rule => toWindow(rule, service))),
  ];
  const ofColumns = professional.custom.flatMap(windowOfColumn).map(rule => toWindow(rule, null));
  const isTold = ({ kind, rule }: ContactWindow): boolean =>
    stated.some(each => each.kind === kind && each.rule.department === rule.department);
  return [...stated, ...ofColumns.filter(window => !isTold(window))];
}

/** 「主治医意見書の窓口」：文書係（FAX可）. */
function windowOfColumn({ label, value }: { label: string; value: string }): ContactRule[] {
  const [, purpose = ''] = /^(.+?)の?窓口$/.exec(label) ?? [];
  return purpose === '' ? [] : [{ ...blankRule, purpose, department: value }];
}

function current(windows: readonly ContactWindow[]): ContactWindow[] {
  const lineOf = ({ service, rule: { purpose, department, channel } }: ContactWindow): string =>
    JSON.stringify([service?.key, purpose, department, channel]);
  const newest = new Map<string, string>();
  for (const window of windows) {
    const on = window.rule.revisedOn ?? '';
    if (on > (newest.get(lineOf(window)) ?? '')) newest.set(lineOf(window), on);
  }
  return windows.filter(
    window => window.rule.revisedOn === null || window.rule.revisedOn === newest.get(lineOf(window)),
  );
}

function rankOf({ kind }: ContactWindow): number {
  return contactPurposes.indexOf(kind);
}

function historyOf(windows: readonly ContactWindow[]): Revision[] {
  return windows
    .flatMap(({ rule: { revisedOn, revision, purpose, department } }) =>
      revisedOn === null && revision === null ? [] : [{ on: revisedOn, text: revision, purpose, department }],
    )
    .sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
}
