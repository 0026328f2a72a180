import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What Leaflet hangs on things the map uses, and the map never asks for: they would all be shipped with it. */
const neverUsed = [
  /^control\.(?:layers|scale) = \w+;$/gm,
  /^Control\.(?:Layers|Scale) = \w+;$/gm,
  /^(?:TileLayer\.WMS|tileLayer\.wms) = \w+;$/gm,
  /^GeoJSON\.\w+ = \w+;$/gm,
  /^\w+\.include\(PointToGeoJSON\);$/gm,
];

/** `var Rectangle = Polygon.extend({…`: Leaflet's way to say `class`. */
const classMade = /^(var \w+ = )(?=\w+\.extend\()/gm;

/** Leaflet's module as a bundler can take it apart: making a class does nothing else, and what is never used is gone. */
export function inParts(leaflet: string): string {
  const code = neverUsed.reduce((rest, unused) => rest.replace(unused, ''), leaflet);
  return code.replace(classMade, '$1/* @__PURE__ */ ');
}

/** Leaflet's package names its build for script tags, which is shipped whole: its module is taken instead, in parts. */
export function leafletInParts(): Plugin {
  return {
    name: 'shigen-map:leaflet-in-parts',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^leaflet$/ },
      handler: () => fileURLToPath(import.meta.resolve('leaflet/dist/leaflet-src.esm.js')),
    },
    transform: {
      filter: { id: /leaflet-src\.esm\.js$/ },
      handler: code => ({ code: inParts(code), map: null }),
    },
  };
}
