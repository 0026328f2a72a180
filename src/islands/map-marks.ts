/** What the map shows of the results: pins, clusters, and several at one spot. */
import * as L from 'leaflet';
import { markerShapes } from '../model/marker-shapes.ts';
import type { MapMark } from '../search/marks.ts';
import { nothing } from './highlight-store.ts';
import { inSlices } from './slices.ts';

type PinMark = Extract<MapMark, { kind: 'pin' }>;

export interface MarkOptions {
  /** Accessible name. */
  pinLabel: (pin: PinMark) => string;
  /** Shown on a cluster: `6件`. */
  clusterText: (count: number) => string;
  clusterLabel: (count: number) => string;
  togetherLabel: (count: number) => string;
  /** By id, several where they share one spot; and the first one's place in the list. */
  onSelect: (ids: readonly string[], first: number) => void;
  /** Places in the list, of what is pointed at or has the keyboard; none when it is left. */
  onPoint: (numbers: Uint32Array) => void;
}

interface Drawn {
  marker: L.Marker;
  numbers: Uint32Array;
}

/** Marks on the map: of those of one list, what stands already is left standing. */
export function drawnMarks(map: L.Map, options: MarkOptions) {
  const layer = L.layerGroup().addTo(map);
  const drawn = new Map<string, Drawn>();
  let highlighted: Uint32Array = nothing;
  let shown: readonly MapMark[] = [];
  const remove = (key: string, { marker }: Drawn) => {
    layer.removeLayer(marker);
    drawn.delete(key);
  };
  return {
    clear() {
      shown = [];
      for (const [key, mark] of drawn) remove(key, mark);
    },
    show(wanted: readonly MapMark[]) {
      const keys = new Set(wanted.map(markKey));
      for (const [key, mark] of drawn) if (!keys.has(key)) remove(key, mark);
      shown = wanted;
      const add = (mark: MapMark) => {
        const key = markKey(mark);
        if (!drawn.has(key)) drawn.set(key, addMark(map, layer, mark, options));
      };
      inSlices(wanted, add, () => shown !== wanted).then(
        () => shown === wanted && highlighted.length > 0 && markHighlighted(drawn, highlighted),
      );
    },
    highlight(numbers: Uint32Array) {
      highlighted = numbers;
      markHighlighted(drawn, numbers);
    },
  };
}

/** Clusters hold each other or have nothing in common: the first of so many says which. */
function markKey({ numbers }: MapMark): string {
  return `${numbers[0]} ${numbers.length}`;
}

function addMark(map: L.Map, layer: L.LayerGroup, mark: MapMark, options: MarkOptions): Drawn {
  const { numbers } = mark;
  const [first = 0] = numbers;
  const { html, label, open } = partsOf(mark, map, first, options);
  const marker = addMarker(layer, [mark.lat, mark.lng], html, label, open);
  const element = marker.getElement();
  for (const type of ['mouseenter', 'focus']) element?.addEventListener(type, () => options.onPoint(numbers));
  for (const type of ['mouseleave', 'blur']) element?.addEventListener(type, () => options.onPoint(nothing));
  return { marker, numbers };
}

function partsOf(
  mark: MapMark,
  map: L.Map,
  first: number,
  options: MarkOptions,
): { html: HTMLElement; label: string; open: () => void } {
  if (mark.kind === 'pin')
    return {
      html: pinElement(first, mark.marker),
      label: options.pinLabel(mark),
      open: () => options.onSelect([mark.id], first),
    };
  const count = mark.numbers.length;
  const html = clusterElement(options.clusterText(count));
  if (mark.kind === 'together')
    return { html, label: options.togetherLabel(count), open: () => options.onSelect(mark.ids, first) };
  const open = () => map.setView([mark.lat, mark.lng], mark.opensAt);
  return { html, label: options.clusterLabel(count), open };
}

function addMarker(
  layer: L.LayerGroup,
  at: [number, number],
  html: HTMLElement,
  label: string,
  open: () => void,
): L.Marker {
  const icon = L.divIcon({ html, className: 'map-mark', iconSize: [44, 44], iconAnchor: [22, 22] });
  const marker = L.marker(at, { icon, title: label, riseOnHover: true }).addTo(layer);
  const element = marker.getElement();
  element?.setAttribute('aria-label', label);
  marker.on('click', open);
  element?.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    open();
  });
  return marker;
}

function pinElement(number: number, marker: PinMark['marker']): HTMLElement {
  const { shape, color } = marker ?? { shape: 'circle', color: 'grey' };
  const pin = document.createElement('span');
  pin.className = `map-pin marker--${color}`;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'marker');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('d', markerShapes[shape]);
  svg.append(path);
  pin.append(svg, String(number));
  return pin;
}

function clusterElement(text: string): HTMLElement {
  const cluster = document.createElement('span');
  cluster.className = 'map-cluster';
  cluster.textContent = text;
  return cluster;
}

function markHighlighted(drawn: ReadonlyMap<string, Drawn>, highlighted: Uint32Array): void {
  const wanted = new Set(highlighted);
  for (const { marker, numbers } of drawn.values()) {
    const on = wanted.size > 0 && numbers.some(number => wanted.has(number));
    marker.getElement()?.classList.toggle('map-mark--on', on);
    marker.setZIndexOffset(on ? 1000 : 0);
  }
}
