import type { ClosedRecord } from '../model/changes.ts';
import type { PublicDataset, SourceCredit } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';

/**
 * Of `facilities.json` and `facilities.geojson`. Members may be added under one number; it changes when one is taken
 * away, renamed or means something else.
 */
export const formatVersion = 1;

export interface FacilitiesFile {
  formatVersion: number;
  region: string;
  /** A fictional region. */
  demo: boolean;
  /** 時点. */
  asOf: string | null;
  licence: string | null;
  sources: readonly SourceCredit[];
  /** Names as in the model. */
  facilities: readonly PublicFacility[];
  /** Records that were listed once, when there are any: the next build keeps their pages (`previous:`). */
  closed?: readonly ClosedRecord[];
}

/** The published records under the names of the model. An absent capability is unknown, not "no". */
export function facilitiesToJson({ site, asOf, sources, facilities }: PublicDataset): FacilitiesFile {
  return {
    formatVersion,
    region: site.name,
    demo: site.demo,
    asOf,
    licence: site.licence ?? null,
    sources,
    facilities,
  };
}

/** The file a later build is compared with: with the records that were listed once. */
export function publishedToJson(dataset: PublicDataset): FacilitiesFile {
  const { closed } = dataset;
  return closed.length > 0 ? { ...facilitiesToJson(dataset), closed } : facilitiesToJson(dataset);
}
