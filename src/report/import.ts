/** What an import took, left and repaired, as the officer reads it. */
import type { RegionChanges } from '../diff/regions.ts';
import type { ImportedLayer } from '../import/layers.ts';
import { fileOfLayer } from '../import/layers.ts';
import type { TakenTable } from '../import/take-table.ts';
import type { Vanished } from '../import/vanished.ts';
import type { Issue } from '../issues/issue.ts';
import { importText as text } from '../text/import.ts';
import { diffToText } from './diff.ts';
import { formatReport } from './text.ts';

export interface ImportReport {
  layers: readonly { layer: ImportedLayer; asOf: string | null; vanished: Vanished; isNew: boolean }[];
  /** Tables without a row of the region. */
  unused: readonly TakenTable[];
  /** Of the imported files, and of the layers read as the region reads them. */
  issues: readonly Issue[];
  changes: RegionChanges;
  /** Words of the filter that no row matched. */
  notFound: readonly string[];
}

/** Counts of what was taken, problems, and what will change on the site. */
export function formatImport(report: ImportReport): string {
  const { layers, unused, issues, changes, notFound } = report;
  const isFirst = layers.every(({ isNew }) => isNew);
  const parts = [
    ...layers.map(({ layer, asOf }) => formatLayer(layer, asOf)),
    ...(unused.length > 0 ? [[text.unused, ...unused.map(formatTable)].join('\n')] : []),
    ...(notFound.length > 0 ? [text.notFound(notFound)] : []),
    `${text.readTitle}\n${formatReport('', null, issues).trimEnd()}`,
    isFirst ? text.first(changes.added.length, changes.changed.length) : formatChanges(changes),
  ];
  return `${parts.join('\n\n')}\n`;
}

function formatLayer(layer: ImportedLayer, asOf: string | null): string {
  const lines = [
    text.layer(layer.name, layer.rows.length),
    ...layer.tables.toSorted((a, b) => (a.file < b.file ? -1 : 1)).map(formatTable),
    asOf === null ? text.noAsOf : text.asOf(asOf),
    ...(layer.format.publication ? [] : [text.noPublisher(fileOfLayer(layer.name))]),
  ];
  return lines.join('\n');
}

function formatTable({ file, sheet, counts }: TakenTable): string {
  const { taken, outside, skipped, unreadable } = counts;
  return text.table(sheet === null ? file : `${file}「${sheet}」`, taken, outside, skipped, unreadable);
}

function formatChanges(changes: RegionChanges): string {
  const report = {
    before: '今',
    after: '取り込んだあと',
    changes,
    showProfessional: false,
    onlyPublic: false,
  };
  return `${text.changesTitle}\n${diffToText(report).trimEnd()}`;
}
