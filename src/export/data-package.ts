/** A description of the published files for programs: Frictionless Data Package (https://datapackage.org). */
import type { PublicDataset, SourceCredit } from '../model/dataset.ts';
import { csvColumns } from './csv.ts';
import { type ColumnNote, noteOf } from './dictionary.ts';
import { formatVersion } from './json.ts';
import { knownLicence } from './licences.ts';

export interface DescribedFile {
  /** Below `/data/`. */
  path: string;
  title: string;
  mediaType: string;
}

/** Names of resources are lower-case ASCII: `type/clinic.csv` → `type-clinic-csv`. */
const resourceName = (path: string) => path.toLowerCase().replace(/[^a-z0-9_]+/g, '-');

export function dataPackage(
  dataset: PublicDataset,
  files: readonly DescribedFile[],
): Record<string, unknown> {
  const { site, asOf, sources } = dataset;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'shigen-map',
    title: site.name,
    version: asOf ?? undefined,
    formatVersion,
    licence: site.licence,
    licenses: licences(site.licence),
    sources: sources.map(sourceOf),
    resources: files.map(file => ({
      name: resourceName(file.path),
      path: file.path,
      title: file.title,
      format: /[^.]+$/.exec(file.path)![0],
      mediatype: file.mediaType,
      encoding: 'utf-8',
      ...(file.path === 'facilities.csv' && { schema: csvSchema(dataset) }),
    })),
  };
}

/** The profile wants an identifier or an address; words that are neither stand under `licence` alone. */
function licences(text: string | undefined): object[] | undefined {
  const known = knownLicence(text);
  return known
    ? [{ ...(known.name !== null && { name: known.name }), path: known.url, title: text }]
    : undefined;
}

function sourceOf({
  title,
  url,
  publisher,
  licence,
  credit,
  asOf,
  kind,
}: SourceCredit): Record<string, unknown> {
  return { title, path: url ?? undefined, publisher, licence, credit, asOf, kind };
}

const fieldTypes: Readonly<Partial<Record<ColumnNote['format'], string>>> = {
  number: 'number',
  count: 'integer',
};

function csvSchema(dataset: PublicDataset): Record<string, unknown> {
  return {
    missingValues: [''],
    fields: csvColumns(dataset).map(({ header }) => {
      const note = noteOf(header);
      return {
        name: header,
        type: (note && fieldTypes[note.format]) ?? 'string',
        ...(note && { description: note.meaning, example: note.example }),
      };
    }),
  };
}
