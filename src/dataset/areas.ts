import { readAreaGeojson, readOutline } from '../geo/area-geojson.ts';
import { areasContaining } from '../geo/areas.ts';
import { decodeText } from '../ingest/decode.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import type { Area } from '../model/dataset.ts';
import type { Address, PublicFacility } from '../model/facility.ts';
import type { Site, Source } from '../model/site.ts';
import { namesMunicipality, placeKey } from '../normalize/place-key.ts';
import type { RegionFolder } from './load.ts';
import { type AreaList, checkAreaParents, readAreas } from './region-lists.ts';

/** Areas of `areas.csv`, with polygons of `areas.geojson` and of the files that `site.yaml` names. */
export function loadAreas(folder: RegionFolder, site: Site): Read<Area[]> {
  const issues: Issue[] = [];
  const areas = new Map<string, Area>();
  const parents: AreaList['parents'] = [];
  const list = folder.read('areas.csv');
  if (list) {
    const read = readAreas('areas.csv', list);
    issues.push(...read.issues);
    for (const area of read.value.areas) areas.set(area.id, area);
    parents.push(...read.value.parents);
  }
  const files = folder.read('areas.geojson')
    ? [{ file: 'areas.geojson', kind: 'town' as const, id: 'id', name: 'name' }]
    : [];
  for (const entry of [...files, ...site.areas]) {
    const bytes = folder.read(entry.file);
    if (!bytes) {
      issues.push(issue('source-not-found', { file: 'site.yaml', header: 'areas' }, entry.file));
      continue;
    }
    const name = entry.file.split('/').pop() ?? entry.file;
    const text = decodeText(name, bytes);
    const read = readAreaGeojson(name, text.value, entry);
    issues.push(...text.issues, ...read.issues);
    for (const area of read.value) areas.set(area.id, mergeArea(areas.get(area.id), area));
  }
  issues.push(...checkAreaParents(parents, [...areas.values()]));
  for (const area of areas.values())
    if (area.parent && !areas.has(area.parent)) areas.set(area.id, { ...area, parent: null });
  return { value: withMunicipalities(withoutCycles([...areas.values()], issues)), issues };
}

/** The outlines that some `only:` names, by their path. A file that cannot be used is told, and is no outline. */
export function loadOutlines(
  folder: RegionFolder,
  asked: readonly Source['only'][],
): Read<Map<string, Area>> {
  const issues: Issue[] = [];
  const outlines = new Map<string, Area>();
  const paths = asked.flatMap(only => (only && !Array.isArray(only) ? (only.polygon ?? []) : []));
  for (const path of new Set(paths)) {
    const bytes = folder.read(path);
    if (!bytes) {
      issues.push(issue('source-not-found', { file: 'site.yaml', header: 'only' }, path));
      continue;
    }
    const name = path.split('/').pop() ?? path;
    const text = decodeText(name, bytes);
    const read = readOutline(name, text.value);
    issues.push(...text.issues, ...read.issues);
    if (read.value) outlines.set(path, read.value);
  }
  return { value: outlines, issues };
}

/** What `areas.csv` says of an area stands; the polygon file adds what it has beyond. */
function mergeArea(listed: Area | undefined, drawn: Area): Area {
  if (!listed) return drawn;
  return {
    ...listed,
    polygon: drawn.polygon ?? listed.polygon,
    population: listed.population ?? drawn.population,
    population65: listed.population65 ?? drawn.population65,
    population75: listed.population75 ?? drawn.population75,
  };
}

/** Census keys of 町丁 begin with the five digits of their municipality: the parent, when it is among the areas. */
function withMunicipalities(areas: Area[]): Area[] {
  const codes = new Map(
    areas.filter(area => area.kind === 'municipality').map(area => [area.id.slice(0, 5), area.id]),
  );
  return areas.map(area =>
    area.parent || area.kind === 'municipality'
      ? area
      : { ...area, parent: codes.get(area.id.slice(0, 5)) ?? null },
  );
}

function addParents(id: string, byId: ReadonlyMap<string, Area>, found: Set<string>): void {
  for (
    let parent = byId.get(id)?.parent;
    parent && byId.has(parent) && !found.has(parent);
    parent = byId.get(parent)?.parent
  )
    found.add(parent);
}

/** An area that is its own ancestor has no place in the region: its parent is taken away and told. */
function withoutCycles(areas: readonly Area[], issues: Issue[]): Area[] {
  const byId = new Map(areas.map(area => [area.id, area]));
  return areas.map(area => {
    const seen = new Set<string>();
    let parent = area.parent;
    while (parent && parent !== area.id && !seen.has(parent)) {
      seen.add(parent);
      parent = byId.get(parent)?.parent ?? null;
    }
    if (parent !== area.id) return area;
    issues.push(
      issue('area-parent-cycle', { file: 'areas.csv', header: '親' }, area.parent ?? '', { area: area.name }),
    );
    return { ...area, parent: null };
  });
}

/** Municipalities that the data names and `areas.csv` does not, so that a region without areas still has lists by place. */
export function impliedMunicipalities(
  areas: readonly Area[],
  facilities: readonly Pick<PublicFacility, 'address'>[],
): Area[] {
  const known = new Set(areas.map(area => area.id));
  const knownNames = new Set(areas.filter(area => area.kind === 'municipality').map(area => area.name));
  const found = new Map<string, Area>();
  for (const { address } of facilities) {
    const { municipalityCode: id, municipality: name } = address;
    if (!id || !name || known.has(id) || knownNames.has(name) || found.has(id)) continue;
    found.set(id, {
      id,
      name,
      kind: 'municipality',
      parent: null,
      population: null,
      population65: null,
      population75: null,
      polygon: null,
    });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The address with the municipality that its line begins with, where the line's ending alone does not tell: a town
 * without 郡 and prefecture (「しらはと町しろがね4-2」). Where it lies by its position is no part of an address.
 */
export function withMunicipality(address: Address, lying: readonly Area[]): Address {
  if (address.municipality !== null) return address;
  const line = placeKey(address.text.slice(address.prefecture?.length ?? 0));
  const own = lying.find(({ kind, name }) => kind === 'municipality' && line.startsWith(placeKey(name)));
  return own ? { ...address, municipality: own.name } : address;
}

/**
 * Finds the areas a record lies in, widest first: by polygon where there is a position, else by the
 * municipality's code or name and the longest 町丁 name its address contains.
 */
export function areaLocator(
  areas: readonly Area[],
): (facility: Pick<PublicFacility, 'address' | 'position'>) => string[] {
  const byId = new Map(areas.map(area => [area.id, area]));
  const municipalities = areas
    .filter(area => area.kind === 'municipality')
    .map(area => ({ ...area, key: placeKey(area.name) }));
  const towns = areas
    .filter(area => area.kind === 'town' && area.name.length >= 2)
    .sort((a, b) => b.name.length - a.name.length);
  const drawn = areas.filter(area => area.polygon);
  const width = (id: string) => ({ municipality: 0, sphere: 1, town: 2 })[byId.get(id)?.kind ?? 'town'];
  return ({ address, position }) => {
    const found = new Set(position ? areasContaining(position, drawn).map(area => area.id) : []);
    const line = placeKey(address.text);
    for (const area of municipalities) {
      if (
        area.id === address.municipalityCode ||
        area.name === address.municipality ||
        namesMunicipality(line, area.key)
      )
        found.add(area.id);
    }
    if (![...found].some(id => byId.get(id)?.kind === 'town')) {
      const town = towns.find(area => address.text.includes(area.name));
      if (town) found.add(town.id);
    }
    for (const id of [...found]) addParents(id, byId, found);
    return [...found].sort((a, b) => width(a) - width(b) || (a < b ? -1 : 1));
  };
}
