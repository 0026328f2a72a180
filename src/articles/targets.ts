import { nearest } from '../issues/nearest.ts';
import type { PublicDataset } from '../model/dataset.ts';

/** The addresses of this site an article may link to, from the site's root. */
export interface LinkTargets {
  /** Exact addresses: `/`, `/type/pharmacy/`. */
  addresses: ReadonlySet<string>;
}

/** Pages that every region has. */
const fixed = [
  ...['/', '/search/', '/type/', '/area/', '/can/', '/kana/', '/desk/', '/words/', '/about/'],
  ...['/downloads/', '/dictionary/', '/embed/', '/easy/', '/en/'],
];
/** The files every region has. */
const data = ['csv', 'geojson', 'json'].map(kind => `/data/facilities.${kind}`);

/** What exists because of the region's data. Records that are not public are no targets. */
export function linkTargets({ facilities, vocabulary, areas, site }: PublicDataset): LinkTargets {
  const services = facilities.flatMap(facility => facility.services);
  const types = new Set(services.map(service => service.type));
  const answers = services.flatMap(service => service.capabilities);
  const listed = new Set(answers.filter(({ value }) => value !== 'no').map(({ id }) => id));
  const used = new Set(facilities.flatMap(facility => facility.areas));
  return {
    addresses: new Set([
      ...fixed,
      ...data,
      ...[...types].map(id => `/type/${id}/`),
      ...areas.filter(({ id }) => used.has(id)).map(({ id }) => `/area/${id}/`),
      ...areas.filter(({ kind }) => kind === 'municipality').flatMap(({ id }) => listsOf(id, facilities)),
      ...[...listed].map(id => `/can/${id}/`),
      ...(vocabulary.needs.length > 0 ? ['/need/'] : []),
      ...(vocabulary.scenes.length > 0 ? ['/scene/'] : []),
      ...(site.previous === undefined ? [] : ['/changes/']),
      ...vocabulary.needs.map(({ id }) => `/need/${id}/`),
      ...vocabulary.scenes.map(({ id }) => `/scene/${id}/`),
      ...facilities.map(({ id }) => `/f/${id}/`),
    ]),
  };
}

/** Of one municipality: a list for each type it has. */
function listsOf(municipality: string, facilities: PublicDataset['facilities']): string[] {
  const here = facilities.filter(({ areas }) => areas.includes(municipality));
  return here.flatMap(({ services }) => services.map(({ type }) => `/area/${municipality}/${type}/`));
}

/** `/type/pharmacy` and `/type/pharmacy/index.html` are `/type/pharmacy/`. Null when there is no such page. */
export function findAddress(path: string, { addresses }: LinkTargets): string | null {
  const plain = path.replace(/\/index\.html$/, '/');
  if (addresses.has(plain)) return plain;
  const whole = `${plain.replace(/\/+$/, '')}/`;
  return addresses.has(whole) ? whole : null;
}

export function nearestAddress(path: string, { addresses }: LinkTargets): string | null {
  return nearest(path, addresses);
}
