/**
 * The map itself, without React: loaded only when a map is shown. Everything it knows comes by `MapOptions`, and
 * what happens on it goes back by its callbacks. No inline styles in markup: the page's policy forbids them.
 */
import * as L from 'leaflet';
import leafletStyle from 'leaflet/dist/leaflet.css?url';
import type { Site } from '../model/site.ts';
import type { AreaShapes } from '../search/areas.ts';
import type { Box, MapMark, MapView } from '../search/marks.ts';
import { drawnMarks, type MarkOptions } from './map-marks.ts';
import { inSlices, nextTask } from './slices.ts';

/** The list as the map knows it: where it lies, and a way to ask for what is in a view, of which the newest is shown. */
export interface MapResults {
  box: Box | null;
  /** What was asked: while it and the box stay, so does what is seen, though the list may change with the minute. */
  of: string;
  asker: (show: (marks: MapMark[]) => void) => (view: MapView) => void;
}

export interface MapOptions extends MarkOptions {
  tiles: Site['map'];
  zoomIn: string;
  zoomOut: string;
  /** On the place asked for: 「ここ」. */
  placeText: string;
  onTiles: (shown: boolean) => void;
}

export interface MapPoint {
  lat: number;
  lng: number;
}

export interface ResultMapHandle {
  showResults: (results: MapResults) => void;
  showAreas: (shapes: AreaShapes, chosen: readonly string[]) => void;
  /** By their place in the list. */
  highlight: (numbers: Uint32Array) => void;
  showPlace: (place: MapPoint | null) => void;
  /** What a tap chooses, wherever it falls; null ends the choosing. */
  pick: (choose: ((point: MapPoint) => void) | null) => void;
  middle: () => MapPoint;
  /** After its box changed size or came into view. */
  resize: () => void;
  remove: () => void;
}

/** Of the map alone: the page does not wait for it before it is drawn. */
export function loadMapStyle(): Promise<void> {
  const known = document.querySelector(`link[href="${leafletStyle}"]`);
  if (known) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: leafletStyle });
  return new Promise((loaded, failed) => {
    link.addEventListener('load', () => loaded());
    link.addEventListener('error', () => {
      link.remove();
      failed(new Error(leafletStyle));
    });
    // Before the page's own, which has the last word on how the map looks.
    document.head.prepend(link);
  });
}

/** In several tasks: to make all of it in one takes too long on a slow phone. */
export async function createResultMap(element: HTMLElement, options: MapOptions): Promise<ResultMapHandle> {
  const { tiles } = options;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    minZoom: tiles.minZoom,
    maxZoom: tiles.maxZoom,
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    ...Object.fromEntries(byHand.map(name => [name, false])),
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  await nextTask();
  addControls(map, options);
  await nextTask();
  map.setView([36.5, 137.5], tiles.minZoom);
  const tileLayer = tilesOf(options);

  const areaLayer = L.layerGroup().addTo(map);
  let areas: object | null = null;
  const marks = drawnMarks(map, options);
  let place: MapPoint | null = null;
  const placeLayer = L.layerGroup().addTo(map);
  let ask: ((view: MapView) => void) | null = null;
  let choose: ((point: MapPoint) => void) | null = null;
  map.on('click', ({ latlng }) => choose?.(pointOf(latlng)));
  let fitWaiting: L.LatLngBounds | null = null;
  let fitted = '';
  let isGone = false;

  const draw = () => ask?.(viewOf(map));
  map.on('moveend', draw);

  // Not of the whole country first, and not in the task that places the map.
  const showTiles = async () => {
    await nextTask();
    if (isGone || map.hasLayer(tileLayer)) return;
    tileLayer.addTo(map);
    await nextTask();
    if (isGone) return;
    delete tileLayer.options.bounds;
    tileLayer.redraw();
  };

  const fitToResults = () => {
    if (!fitWaiting || map.getSize().x === 0) return;
    map.fitBounds(fitWaiting, { padding: [36, 36], maxZoom: Math.min(16, tiles.maxZoom), animate: false });
    fitWaiting = null;
  };

  return {
    showResults({ box, of, asker }) {
      const seen = `${box} ${of}`;
      let isNew = true;
      const mine = asker(wanted => {
        if (ask !== mine) return;
        if (isNew) marks.clear();
        isNew = false;
        marks.show(wanted);
      });
      ask = null;
      if (box && seen !== fitted) fitWaiting = boundsOf(box, place);
      fitted = seen;
      fitToResults();
      showTiles();
      ask = mine;
      draw();
    },
    showAreas(shapes, chosen) {
      areaLayer.clearLayers();
      const mine = {};
      areas = mine;
      const draw = ([id, polygons]: [string, AreaShapes[string]]) =>
        areaLayer.addLayer(areaPolygon(polygons, chosen.includes(id)));
      const isOver = () => areas !== mine;
      nextTask().then(() => (isOver() ? undefined : inSlices(Object.entries(shapes), draw, isOver)));
    },
    highlight: marks.highlight,
    showPlace(next) {
      place = next;
      placeLayer.clearLayers();
      if (place) placeLayer.addLayer(placeMarker(place, options.placeText));
    },
    pick(next) {
      choose = next;
      element.classList.toggle('map__canvas--picking', next !== null);
    },
    middle: () => pointOf(map.getCenter()),
    resize() {
      map.invalidateSize({ animate: false });
      fitToResults();
      draw();
    },
    remove() {
      isGone = true;
      ask = areas = null;
      marks.clear();
      map.remove();
    },
  };
}

/** What a hand or the keyboard does with a map. */
const byHand = ['dragging', 'touchZoom', 'doubleClickZoom', 'boxZoom', 'keyboard'] as const;

function addControls(map: L.Map, { zoomIn, zoomOut }: MapOptions): void {
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  L.control.attribution({ prefix: false }).addTo(map);
  for (const name of byHand) map[name].enable();
  // The wheel scrolls the page until the map was chosen.
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
}

/** Of the results, with the place unless it is far from all of them. */
function boundsOf([west, south, east, north]: Box, place: MapPoint | null): L.LatLngBounds {
  const bounds = L.latLngBounds([south, west], [north, east]);
  const around = bounds.getCenter().toBounds(200_000).extend(bounds);
  return place && around.contains([place.lat, place.lng]) ? bounds.extend([place.lat, place.lng]) : bounds;
}

/** A layer within it has no tiles yet. */
const nowhere: [[number, number], [number, number]] = [
  [0, 0],
  [0, 0],
];

function tilesOf({ tiles, onTiles }: MapOptions): L.TileLayer {
  const layer = L.tileLayer(tiles.tiles, {
    minZoom: tiles.minZoom,
    maxZoom: tiles.maxZoom,
    attribution: attributionLink(tiles),
    bounds: nowhere,
  });
  let came = false;
  layer.on('tileload', () => {
    came = true;
    onTiles(true);
  });
  layer.on('tileerror', () => {
    if (!came) onTiles(false);
  });
  return layer;
}

/** Leaflet takes markup: the region's words go in as text, and only web addresses as links. */
function attributionLink({ attribution, attributionUrl }: Site['map']): string {
  const element = document.createElement(/^https?:\/\//i.test(attributionUrl) ? 'a' : 'span');
  element.textContent = attribution;
  if (element instanceof HTMLAnchorElement) element.href = attributionUrl;
  return element.outerHTML;
}

function viewOf(map: L.Map): MapView {
  const bounds = map.getBounds().pad(0.3);
  const box: Box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  return { box, zoom: Math.round(map.getZoom()), maxZoom: map.getMaxZoom() };
}

/** Not a button: what it says stands beside the map as well. */
function placeMarker(at: MapPoint, text: string): L.Marker {
  const html = document.createElement('span');
  html.className = 'map-place';
  html.textContent = text;
  const icon = L.divIcon({ html, className: 'map-mark', iconSize: [64, 44], iconAnchor: [32, 44] });
  return L.marker([at.lat, at.lng], { icon, interactive: false, keyboard: false, zIndexOffset: 2000 });
}

/** To about 10 m, as it stands in the address. */
function pointOf({ lat, lng }: L.LatLng): MapPoint {
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return { lat: round(lat), lng: round(L.Util.wrapNum(lng, [-180, 180], true)) };
}

function areaPolygon(polygons: AreaShapes[string], chosen: boolean): L.Polygon {
  const rings = polygons.map(polygon =>
    polygon.map(ring => ring.map(([lat, lng]) => L.latLng(lat / 1e5, lng / 1e5))),
  );
  return L.polygon(rings, {
    interactive: false,
    // The colour comes from the style sheet: it follows the reader's choice.
    className: chosen ? 'map-area map-area--chosen' : 'map-area',
    weight: chosen ? 3 : 2,
    opacity: chosen ? 1 : 0.6,
    fill: chosen,
    fillOpacity: 0.12,
  });
}
