import { markerShapes } from '../model/marker-shapes.ts';
import type { FacilityType } from '../model/vocabulary.ts';

export function TypeMark({ marker }: { marker: FacilityType['marker'] }) {
  return (
    <svg className={`marker marker--${marker.color}`} viewBox="0 0 24 24" aria-hidden="true">
      <path fill="currentColor" d={markerShapes[marker.shape]} />
    </svg>
  );
}
