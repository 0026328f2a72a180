/**
 * The map itself, without React: loaded only when a map is shown. Everything it knows comes by `MapOptions`, and
 * what happens on it goes back by its callbacks. No inline styles in markup: the page's policy forbids them.
 */
import * as L from 'leaflet';
import leafletStyle from 'leaflet/dist/leaflet.css?url';
import Supercluster, { type AnyProps, type ClusterFeature, type PointFeature } from 'supercluster';
import { markerShapes } from '../model/marker-shapes.ts';
import type { Site } from '../model/site.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import type { AreaShapes } from '../search/areas.ts';

export interface MapPin {
  id: string;
  number: number;
  lat: number;
  lng: number;
  /** Accessible name. */
  label: string;
  marker: FacilityType['marker'];
}

export interface MapOptions {
  tiles: Site['map'];
  zoomIn: string;
  zoomOut: string;
  /** Shown on a cluster: `6件`. */
  clusterText: (count: number) => string;
  clusterLabel: (count: number) => string;
  togetherLabel: (count: number) => string;
  /** On the place asked for: 「ここ」. */
  placeText: string;
  /** Several where they share one spot. */
  onSelect: (ids: readonly string[]) => void;
  /** Pointed at, or the keyboard is on it; none when it is left. */
  onPoint: (ids: readonly string[]) => void;
  onTiles: (shown: boolean) => void;
}

export interface MapPoint {
  lat: number;
  lng: number;
}

export interface ResultMapHandle {
  showPins: (pins: readonly MapPin[]) => void;
  showAreas: (shapes: AreaShapes, chosen: readonly string[]) => void;
  highlight: (ids: readonly string[]) => void;
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

type PinIndex = Supercluster<MapPin, AnyProps>;
type Drawn = { marker: L.Marker; ids: () => readonly string[] };

/** Pixels; a pin is about as wide. Leaflet's tiles are 256 pixels, Supercluster's 512 by default. */
const clustering = { radius: 60, extent: 256 };

export function createResultMap(element: HTMLElement, options: MapOptions): ResultMapHandle {
  const { tiles } = options;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    center: [36.5, 137.5],
    zoom: tiles.minZoom,
    minZoom: tiles.minZoom,
    maxZoom: tiles.maxZoom,
    zoomControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  L.control.zoom({ zoomInTitle: options.zoomIn, zoomOutTitle: options.zoomOut }).addTo(map);
  map.attributionControl.setPrefix(false);
  // The wheel scrolls the page until the map was chosen.
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  addTiles(map, options);

  const areaLayer = L.layerGroup().addTo(map);
  const pinLayer = L.layerGroup().addTo(map);
  const drawn = new Map<string, Drawn>();
  let place: MapPoint | null = null;
  const placeLayer = L.layerGroup().addTo(map);
  let clusters: PinIndex | null = null;
  let highlighted: readonly string[] = [];
  let choose: ((point: MapPoint) => void) | null = null;
  map.on('click', ({ latlng }) => choose?.(pointOf(latlng)));
  let fitWaiting: L.LatLngBounds | null = null;

  const draw = () => {
    if (!clusters) return;
    const wanted = visibleFeatures(map, clusters);
    const keys = new Set(wanted.map(featureKey));
    for (const [key, { marker }] of drawn)
      if (!keys.has(key)) {
        pinLayer.removeLayer(marker);
        drawn.delete(key);
      }
    for (const feature of wanted) {
      const key = featureKey(feature);
      if (!drawn.has(key)) drawn.set(key, addFeature(map, pinLayer, clusters, feature, options));
    }
    markHighlighted(drawn, highlighted);
  };
  map.on('moveend', draw);

  const fitToPins = () => {
    if (!fitWaiting || map.getSize().x === 0) return;
    map.fitBounds(fitWaiting, { padding: [36, 36], maxZoom: Math.min(16, tiles.maxZoom), animate: false });
    fitWaiting = null;
  };

  return {
    showPins(pins) {
      clusters = new Supercluster<MapPin>({ ...clustering, maxZoom: tiles.maxZoom }).load(pins.map(toPoint));
      for (const { marker } of drawn.values()) pinLayer.removeLayer(marker);
      drawn.clear();
      if (pins.length > 0) fitWaiting = boundsOf(pins, place);
      fitToPins();
      draw();
    },
    showAreas(shapes, chosen) {
      areaLayer.clearLayers();
      for (const [id, polygons] of Object.entries(shapes))
        areaLayer.addLayer(areaPolygon(polygons, chosen.includes(id)));
    },
    highlight(ids) {
      highlighted = ids;
      markHighlighted(drawn, ids);
    },
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
      fitToPins();
      draw();
    },
    remove() {
      map.remove();
    },
  };
}

/** Of the pins, with the place unless it is far from all of them. */
function boundsOf(pins: readonly MapPoint[], place: MapPoint | null): L.LatLngBounds {
  const bounds = L.latLngBounds(pins.map(({ lat, lng }) => [lat, lng]));
  const around = bounds.getCenter().toBounds(200_000).extend(bounds);
  return place && around.contains([place.lat, place.lng]) ? bounds.extend([place.lat, place.lng]) : bounds;
}

function addTiles(map: L.Map, { tiles, onTiles }: MapOptions): void {
  const layer = L.tileLayer(tiles.tiles, {
    minZoom: tiles.minZoom,
    maxZoom: tiles.maxZoom,
    attribution: attributionLink(tiles),
  });
  let came = false;
  layer.on('tileload', () => {
    came = true;
    onTiles(true);
  });
  layer.on('tileerror', () => {
    if (!came) onTiles(false);
  });
  layer.addTo(map);
}

/** Leaflet takes markup: the region's words go in as text, and only web addresses as links. */
function attributionLink({ attribution, attributionUrl }: Site['map']): string {
  const element = document.createElement(/^https?:\/\//i.test(attributionUrl) ? 'a' : 'span');
  element.textContent = attribution;
  if (element instanceof HTMLAnchorElement) element.href = attributionUrl;
  return element.outerHTML;
}

type MapFeature = ReturnType<PinIndex['getClusters']>[number];

function toPoint(pin: MapPin): PointFeature<MapPin> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [pin.lng, pin.lat] }, properties: pin };
}

function visibleFeatures(map: L.Map, clusters: PinIndex): MapFeature[] {
  const bounds = map.getBounds().pad(0.3);
  const box: [number, number, number, number] = [
    bounds.getWest(),
    bounds.getSouth(),
    bounds.getEast(),
    bounds.getNorth(),
  ];
  return clusters.getClusters(box, Math.round(map.getZoom()));
}

function isCluster(feature: MapFeature): feature is ClusterFeature<AnyProps> {
  return 'cluster' in feature.properties;
}

function featureKey(feature: MapFeature): string {
  return isCluster(feature) ? `c ${feature.properties.cluster_id}` : `p ${feature.properties.id}`;
}

function addFeature(
  map: L.Map,
  layer: L.LayerGroup,
  clusters: PinIndex,
  feature: MapFeature,
  options: MapOptions,
): Drawn {
  const [lng = 0, lat = 0] = feature.geometry.coordinates;
  if (!isCluster(feature)) {
    const pin = feature.properties;
    const marker = addMarker(layer, [lat, lng], pinElement(pin), pin.label, () => options.onSelect([pin.id]));
    const only = () => [pin.id];
    tellPointed(marker, only, options);
    return { marker, ids: only };
  }
  const { cluster_id: id, point_count: count } = feature.properties;
  let leaves: readonly string[] | null = null;
  const ids = () => {
    leaves ??= clusters.getLeaves(id, Number.POSITIVE_INFINITY).map(leaf => leaf.properties.id);
    return leaves;
  };
  const opensAt = clusters.getClusterExpansionZoom(id);
  const together = opensAt > options.tiles.maxZoom;
  const open = () => (together ? options.onSelect(ids()) : map.setView([lat, lng], opensAt));
  const label = together ? options.togetherLabel(count) : options.clusterLabel(count);
  const marker = addMarker(layer, [lat, lng], clusterElement(options.clusterText(count)), label, open);
  tellPointed(marker, ids, options);
  return { marker, ids };
}

function tellPointed(marker: L.Marker, ids: () => readonly string[], { onPoint }: MapOptions): void {
  const element = marker.getElement();
  for (const type of ['mouseenter', 'focus']) element?.addEventListener(type, () => onPoint(ids()));
  for (const type of ['mouseleave', 'blur']) element?.addEventListener(type, () => onPoint([]));
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

function pinElement({ number, marker }: MapPin): HTMLElement {
  const pin = document.createElement('span');
  pin.className = `map-pin marker--${marker.color}`;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'marker');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('d', markerShapes[marker.shape]);
  svg.append(path);
  pin.append(svg, String(number));
  return pin;
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

function clusterElement(text: string): HTMLElement {
  const cluster = document.createElement('span');
  cluster.className = 'map-cluster';
  cluster.textContent = text;
  return cluster;
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

function markHighlighted(drawn: ReadonlyMap<string, Drawn>, highlighted: readonly string[]): void {
  const wanted = new Set(highlighted);
  for (const { marker, ids } of drawn.values()) {
    const on = wanted.size > 0 && ids().some(id => wanted.has(id));
    marker.getElement()?.classList.toggle('map-mark--on', on);
    marker.setZIndexOffset(on ? 1000 : 0);
  }
}
