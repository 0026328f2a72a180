import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inParts } from '../../src/cli/leaflet-in-parts.ts';

const source = readFileSync(fileURLToPath(import.meta.resolve('leaflet/dist/leaflet-src.esm.js')), 'utf8');
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

test('the Leaflet that is installed can be taken apart', () => {
  const code = inParts(source);
  const left =
    /^(?:.+\.include\(PointToGeoJSON\)|GeoJSON\.\w+ =.+|.+ = (?:Layers|Scale|layers|scale|TileLayerWMS|tileLayerWMS);)/gm;
  expect(source.match(left)).toHaveLength(16);
  expect(code.match(left)).toBeNull();
  expect(code).toContain('var Rectangle = /* @__PURE__ */ Polygon.extend({');
  expect(code).not.toMatch(/^var \w+ = \w+\.extend\(/m);
});

test.each(['leaflet-map', 'map-marks'])('%s asks for nothing that was taken out of Leaflet', name => {
  const map = readFileSync(`src/islands/${name}.ts`, 'utf8');
  expect(withoutComments(map)).not.toMatch(/geojson|control\.(?:layers|scale)\b|\bwms\b/i);
});
