/** A comparison as the officer reads it: text, JSON for other programs, Markdown for a pull request. */
import type { RegionChanges, ToldField, ToldRecord } from '../diff/regions.ts';
import { diffText as text } from '../text/diff.ts';
import { maskedText } from './mask.ts';

export interface DiffReport {
  /** What was compared, as it was named. */
  before: string;
  after: string;
  changes: RegionChanges;
  showProfessional: boolean;
  /** One side is a published list: nothing professional was compared. */
  onlyPublic: boolean;
}

/** The changes as they may be passed on: sealed names, descriptions and values are masked. Labels of fields stay. */
export function toldChanges({ changes, showProfessional }: DiffReport): RegionChanges {
  if (showProfessional) return changes;
  const mask = (records: readonly ToldRecord[]) => records.map(maskRecord);
  return {
    ...changes,
    added: mask(changes.added),
    changed: mask(changes.changed),
    removed: mask(changes.removed),
  };
}

function maskRecord(record: ToldRecord): ToldRecord {
  const shown = record.sealed ? { ...record, id: maskedText, name: maskedText, about: '' } : record;
  return { ...shown, fields: record.fields.map(maskField) };
}

function maskField(field: ToldField): ToldField {
  const mask = (value: string | null) => (value === null ? null : maskedText);
  return field.sealed ? { ...field, before: mask(field.before), after: mask(field.after) } : field;
}

export const kinds = ['added', 'changed', 'removed'] as const;

/** `電話番号（訪問看護）` */
export function fieldLabel({ service, label }: ToldField): string {
  return service === null ? label : `${label}（${service}）`;
}

function fieldWords({ before, after }: ToldField): string {
  return text.turned(before ?? text.blank, after ?? text.blank);
}

export function summary({ added, changed, removed, unchanged }: RegionChanges): string {
  return text.counts(added.length, changed.length, removed.length, unchanged);
}

export function notes(report: DiffReport): string[] {
  const { changes, showProfessional, onlyPublic } = report;
  const hasSealed = kinds.some(kind =>
    changes[kind].some(({ sealed, fields }) => sealed || fields.some(field => field.sealed)),
  );
  if (onlyPublic) return [text.onlyPublic];
  if (!hasSealed) return [];
  return [showProfessional ? text.open : text.masked];
}

/** For the terminal. A line break within a value would look like a line of ours. */
export function diffToText(report: DiffReport): string {
  const changes = toldChanges(report);
  const line = (words: string) => words.replace(/\s*[\r\n]+\s*/g, ' ⏎ ');
  const parts = kinds.flatMap(kind => {
    const records = changes[kind].flatMap(({ name, about, fields }) => [
      line(`  ${name}${about === '' || kind === 'changed' ? '' : `（${about}）`}`),
      ...fields.map(field => line(`    ${fieldLabel(field)}：${fieldWords(field)}`)),
    ]);
    return records.length > 0
      ? [[text.heading(text[kind], changes[kind].length), ...records].join('\n')]
      : [];
  });
  const head = [
    text.title(report.before, report.after),
    text.dates(changes.from, changes.to),
    summary(changes),
  ];
  const body = parts.length > 0 ? parts : [text.none];
  return `${[head.join('\n'), ...body, ...notes(report)].join('\n\n')}\n`;
}

/** A stable form for other programs. `professional` values are masked unless asked for. */
export function diffToJson(report: DiffReport): string {
  const { from, to, unchanged, ...changes } = toldChanges(report);
  const told = (record: ToldRecord) => {
    const { id, name, about, sealed } = record;
    const fields = record.fields.map(({ sealed: professional, ...field }) => ({ ...field, professional }));
    return { id, name, about, professional: sealed, fields };
  };
  const lists = Object.fromEntries(kinds.map(kind => [kind, changes[kind].map(told)]));
  return `${JSON.stringify({ from, to, unchanged, ...lists }, null, 1)}\n`;
}
