/** What the columns and words of the published data mean, made from the same tables that read and write them. */
import { type FieldKey, fieldHeaders } from '../columns/fields.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { foldHeader } from '../normalize/keys.ts';
import { type ColumnText, columnTexts } from '../text/dictionary.ts';
import { customColumns, recordColumns } from './csv.ts';
import { formatVersion } from './json.ts';

export interface ColumnNote extends ColumnText {
  field: FieldKey;
  /** The header of the template. */
  header: string;
  /** Other headers read as the same. */
  aliases: readonly string[];
}

const notes: readonly ColumnNote[] = (Object.keys(fieldHeaders) as FieldKey[]).map(field => {
  const [header, ...aliases] = fieldHeaders[field] as readonly [string, ...string[]];
  return { field, header, aliases, ...columnTexts[field] };
});
const byHeader = new Map(
  notes.flatMap(note => [note.header, ...note.aliases].map(header => [foldHeader(header), note] as const)),
);

/** What a header of the published list means; null for a capability or a column of the region's own. */
export function noteOf(header: string): ColumnNote | null {
  return byHeader.get(foldHeader(header)) ?? null;
}

/** In the order of the published list; those it has only when they are used stand where they would be. */
export function publicColumns(dataset: PublicDataset): ColumnNote[] {
  const order = recordColumns(dataset).map(({ header }) => noteOf(header)?.field);
  const rank = ({ field }: ColumnNote) => (order.includes(field) ? order.indexOf(field) : order.length);
  return notes.filter(({ audience }) => audience === 'public').sort((a, b) => rank(a) - rank(b));
}

export function columnsFor(audience: 'input' | 'professional'): ColumnNote[] {
  return notes.filter(note => note.audience === audience);
}

/** The dictionary for programs. Of professional columns nothing but that such a kind exists. */
export function dictionaryToJson(dataset: PublicDataset): Record<string, unknown> {
  const { site, vocabulary } = dataset;
  const column = ({ field, header, aliases, meaning, format, example, path }: ColumnNote) => ({
    ...{ field, header, aliases, meaning, format, example, path },
  });
  return {
    formatVersion,
    region: site.name,
    columns: publicColumns(dataset).map(column),
    inputColumns: columnsFor('input').map(column),
    professionalColumns: columnsFor('professional').map(({ field, header, meaning }) => ({
      field,
      header,
      meaning,
    })),
    regionColumns: customColumns(dataset).map(({ header }) => ({ header })),
    types: [...vocabulary.types.values()].map(
      ({ id, label, short, group, mode, relation, kaigo, navii, wam, poi }) => ({
        ...{ id, label, short: short ?? null, group, mode, relation },
        codes: { kaigo, navii: navii ?? null, wam, poi },
      }),
    ),
    capabilityGroups: vocabulary.capabilityGroups.map(({ id, label }) => ({ id, label })),
    capabilities: [...vocabulary.capabilities.values()].map(
      ({ id, label, acceptsLabel, group, prominence, scenes, indicators, formerIds }) => ({
        ...{
          id,
          label,
          acceptsLabel: acceptsLabel ?? null,
          group,
          prominence,
          scenes,
          indicators,
          formerIds,
        },
      }),
    ),
    specialities: [...vocabulary.specialities.values()].map(({ code, label, group }) => ({
      code,
      label,
      group,
    })),
  };
}
