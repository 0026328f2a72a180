import type { Feature, FeatureCollection, Point } from 'geojson';
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { type FacilitiesFile, facilitiesToJson } from './json.ts';

/**
 * A record as a GeoJSON feature (RFC 7946). Without a position that may be drawn its geometry is null, so that
 * a count of the features is a count of the list.
 */
export function facilityToFeature(facility: PublicFacility, vocabulary: Vocabulary): Feature<Point | null> {
  const { id, name, kana, address, position, services, confirmed } = facility;
  return {
    type: 'Feature',
    id,
    geometry: position && { type: 'Point', coordinates: [position.lng, position.lat] },
    properties: {
      id,
      name,
      kana,
      types: services.map(service => vocabulary.types.get(service.type)?.label ?? service.type),
      address: address.text,
      phone: services.find(service => service.phones.length > 0)?.phones[0]?.text ?? null,
      url: facility.url,
      positionState: facility.positionState,
      confirmedOn: confirmed?.on ?? null,
    },
  };
}

/** What the collection says of itself, as foreign members (RFC 7946 §6.1). */
export type FacilityFeatures = FeatureCollection<Point | null> & Omit<FacilitiesFile, 'facilities'>;

export function facilitiesToGeoJson(dataset: PublicDataset): FacilityFeatures {
  const { facilities, ...about } = facilitiesToJson(dataset);
  return {
    type: 'FeatureCollection',
    ...about,
    features: facilities.map(each => facilityToFeature(each, dataset.vocabulary)),
  };
}
