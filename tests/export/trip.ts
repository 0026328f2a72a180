import { expect } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadRegion, type Region, type RegionFolder } from '../../src/dataset/load.ts';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { formatIssue, type Issue } from '../../src/issues/issue.ts';
import type { PublicDataset } from '../../src/model/dataset.ts';
import { vocabulary } from '../dataset/region.ts';

const file = 'facilities/facilities.csv';
const encoder = new TextEncoder();

/** What the published list is imported into: `site.yaml` and its file, with the region's areas and columns or without. */
function folderWith(csv: string, site: Record<string, unknown>, rest: RegionFolder | null): RegionFolder {
  const files: Record<string, Uint8Array> = {
    [file]: encoder.encode(csv),
    'site.yaml': encoder.encode(stringify(site)),
  };
  const left = ['same.csv', 'suppress.csv', 'ids.csv'];
  return {
    list: folder => (folder === 'facilities' ? [file] : (rest?.list(folder) ?? [])),
    read: path => files[path] ?? (left.includes(path) ? null : (rest?.read(path) ?? null)),
  };
}

function load(folder: RegionFolder): Region {
  const { value, issues } = loadRegion(folder, vocabulary);
  if (!value) throw new Error(issues.map(formatIssue).join('\n'));
  return value;
}

/** All but which layer said it. */
function content({ facilities, areas }: PublicDataset) {
  const kept = facilities.map(({ sources: _, services, ...facility }) => ({
    ...facility,
    services: services.map(({ sources: _of, ...service }) => service),
  }));
  return { facilities: kept, areas };
}

const serious = (issues: readonly Issue[]): Issue[] =>
  issues.filter(({ severity }) => severity === 'error' || severity === 'warning');

/** Nothing of a region changes when the list it publishes is all that is left of its layers. Says how many records. */
export function expectRoundTrip(folder: RegionFolder): number {
  const first = load(folder);
  const published = first.publicDataset;
  const csv = facilitiesToCsv(published);
  const { sources: _, ...site } = parse(new TextDecoder().decode(folder.read('site.yaml')!));
  const again = load(folderWith(csv, { ...site, ...(published.asOf && { asOf: published.asOf }) }, folder));
  const { facilities, areas } = content(published);
  const back = content(again.publicDataset);
  expect(back.facilities.map(({ id }) => id)).toEqual(facilities.map(({ id }) => id));
  for (const [index, facility] of back.facilities.entries()) expect(facility).toEqual(facilities[index]);
  expect(back.areas).toEqual(areas);
  expect(facilitiesToCsv(again.publicDataset).split('\r\n')).toEqual(csv.split('\r\n'));

  const alone = load(folderWith(csv, { name: site.name }, null));
  const known = new Set(serious(first.issues).map(({ code }) => code));
  for (const { issues } of [again, alone]) {
    // The region's columns.yaml names headers of the sheets that the one CSV stands for.
    const isNew = ({ code, severity }: Issue) =>
      code !== 'columns-header-not-found' && (severity === 'error' || !known.has(code));
    expect(serious(issues).filter(isNew).map(formatIssue)).toEqual([]);
  }
  expect(alone.publicDataset.facilities).toHaveLength(facilities.length);
  return facilities.length;
}
