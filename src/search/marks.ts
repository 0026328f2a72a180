/** The results as they stand on a map: those too near each other to be told apart are one mark. */
import Supercluster from 'supercluster';
import type { FacilityType } from '../model/vocabulary.ts';

/** West, south, east, north. */
export type Box = [number, number, number, number];

/** The part of a map that is seen. */
export interface MapView {
  box: Box;
  zoom: number;
  /** The map goes no nearer. */
  maxZoom: number;
}

export interface PinWords {
  id: string;
  name: string;
  /** Labels of the services that meet the conditions. */
  types: string[];
  marker: FacilityType['marker'] | null;
}

export type MapMark = {
  lat: number;
  lng: number;
  /** Places in the list, from 1. */
  numbers: Uint32Array;
} & (
  | ({ kind: 'pin' } & PinWords)
  /** Comes apart at a nearer zoom. */
  | { kind: 'cluster'; opensAt: number }
  /** On one spot, however near one goes. */
  | { kind: 'together'; ids: string[] }
);

export interface Placed {
  /** Place in the list, from 1. */
  number: number;
  lat: number;
  lng: number;
}

/** What lies in the view, a little at a time: of thousands of results a map shows some hundred marks. */
export type Marks = (view: MapView) => MapMark[];

/** Pixels; a pin is about as wide. Leaflet's tiles are 256 pixels, Supercluster's 512 by default. */
const clustering = { radius: 60, extent: 256 };

export function marksOf(results: readonly Placed[], words: (number: number) => PinWords): Marks {
  let made: { maxZoom: number; clusters: Supercluster<{ number: number }> } | null = null;
  return ({ box, zoom, maxZoom }) => {
    if (made?.maxZoom !== maxZoom) made = { maxZoom, clusters: clustersOf(results, maxZoom) };
    const { clusters } = made;
    return clusters.getClusters(box, zoom).map(({ geometry, properties }): MapMark => {
      const [lng = 0, lat = 0] = geometry.coordinates;
      if (!('cluster' in properties)) {
        const { number } = properties;
        return { kind: 'pin', lat, lng, numbers: Uint32Array.of(number), ...words(number) };
      }
      const { cluster_id: id } = properties;
      const leaves = clusters.getLeaves(id, Number.POSITIVE_INFINITY);
      const numbers = Uint32Array.from(leaves, leaf => leaf.properties.number).sort();
      const opensAt = clusters.getClusterExpansionZoom(id);
      if (opensAt <= maxZoom) return { kind: 'cluster', lat, lng, numbers, opensAt };
      return { kind: 'together', lat, lng, numbers, ids: Array.from(numbers, number => words(number).id) };
    });
  };
}

function clustersOf(results: readonly Placed[], maxZoom: number): Supercluster<{ number: number }> {
  return new Supercluster<{ number: number }>({ ...clustering, maxZoom }).load(
    results.map(({ number, lat, lng }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { number },
    })),
  );
}
