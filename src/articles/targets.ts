import { nearest } from '../issues/nearest.ts';
import type { PublicDataset } from '../model/dataset.ts';

/** The addresses of this site an article may link to, from the site's root. */
export interface LinkTargets {
  /** Exact addresses: `/`, `/type/pharmacy/`. */
  addresses: ReadonlySet<string>;
}

/** Pages that every region has. */
const fixed = ['/', '/search/', '/type/', '/area/', '/about/', '/downloads/', '/can/', '/kana/', '/desk/'];
/** The files every region has. */
const data = ['csv', 'geojson', 'json'].map(kind => `/data/facilities.${kind}`);

/** What exists because of the region's data. Records that are not public are no targets. */
export function linkTargets({ facilities, vocabulary, areas }: PublicDataset): LinkTargets {
  const types = new Set(facilities.flatMap(({ services }) => services.map(service => service.type)));
  const used = new Set(facilities.flatMap(facility => facility.areas));
  return {
    addresses: new Set([
      ...fixed,
      ...data,
      ...[...types].map(id => `/type/${id}/`),
      ...areas.filter(({ id }) => used.has(id)).map(({ id }) => `/area/${id}/`),
      ...vocabulary.needs.map(({ id }) => `/need/${id}/`),
      ...vocabulary.scenes.map(({ id }) => `/scene/${id}/`),
      ...facilities.map(({ id }) => `/f/${id}/`),
    ]),
  };
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
