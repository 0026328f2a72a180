import type { SourceCredit } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import type { Listing, Site } from '../model/site.ts';
import type { Layers } from './read-layers.ts';

/** Sources that gave something to `facilities`; a layer that may not be shown to their readers is not named either. */
export function creditsOf(
  layers: Layers,
  site: Site,
  facilities: readonly Pick<PublicFacility, 'sources' | 'services'>[],
  audience: Listing = 'public',
): SourceCredit[] {
  const used = new Set(
    facilities.flatMap(facility =>
      facility.services.flatMap(service => service.sources).concat(facility.sources),
    ),
  );
  const credits = [...layers.layers.values()]
    .filter(layer => (layer.listing === 'public' || layer.listing === audience) && used.has(layer.id))
    .map(layer => layer.credit);
  const ofAreas = site.areas.flatMap((entry, index): SourceCredit[] =>
    entry.credit
      ? [
          {
            layer: `area${index + 1}`,
            title: '区域',
            publisher: null,
            licence: null,
            url: null,
            asOf: null,
            kind: 'official',
            credit: entry.credit,
          },
        ]
      : [],
  );
  return [...credits, ...ofAreas];
}

/** The newest 時点 of a layer or confirmation of a record; null when nothing says a date. */
export function newestDate(
  sources: readonly SourceCredit[],
  facilities: readonly Pick<PublicFacility, 'confirmed'>[],
): string | null {
  const dates = [
    ...sources.map(source => source.asOf),
    ...facilities.map(facility => facility.confirmed?.on ?? null),
  ];
  return (
    dates
      .filter(date => date !== null)
      .sort()
      .at(-1) ?? null
  );
}
