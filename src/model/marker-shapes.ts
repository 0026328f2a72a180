/**
 * The marks of facility types, for the pages and for the map: one SVG path per shape, drawn in a box of 24 × 24.
 * The shape carries the meaning without colour. The colours are the custom properties `--marker-<colour>`.
 */
import type { FacilityType } from './vocabulary.ts';

export type MarkerShape = FacilityType['marker']['shape'];

export const markerShapes: Readonly<Record<MarkerShape, string>> = {
  circle: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
  square: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
  diamond: 'M12 1l11 11-11 11L1 12z',
  triangle: 'M12 2l11 20H1z',
  hexagon: 'M12 1l9.5 5.5v11L12 23l-9.5-5.5v-11z',
  cross: 'M8.5 2h7v6.5H22v7h-6.5V22h-7v-6.5H2v-7h6.5z',
  house: 'M12 1.5L23 11h-3v11H4V11H1z',
  pill: 'M8 5h8a7 7 0 0 1 0 14H8A7 7 0 0 1 8 5z',
};
