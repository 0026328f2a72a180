/** What an import would write into the region's folder. */
import type { RegionFolder } from '../dataset/load.ts';
import { layersByDefault } from '../dataset/read-layers.ts';
import type { Format } from '../formats/format.ts';
import { decodeText } from '../ingest/decode.ts';
import type { Site, Source } from '../model/site.ts';
import { fileOfLayer, type ImportedLayer, layerText } from './layers.ts';
import { editSources, type SourceEntry } from './site-sources.ts';

export interface ImportPlan {
  layers: readonly ImportedLayer[];
  /** Path from the region's folder → the file's new text; `site.yaml` is among them. */
  texts: ReadonlyMap<string, string>;
}

export interface PlanInput {
  folder: RegionFolder;
  site: Site;
  layers: readonly ImportedLayer[];
  /** What was asked for in words of `only:`; undefined leaves the region's places. */
  only: Source['only'] | undefined;
  /** 時点 the officer gives. */
  asOf: string | undefined;
}

export function planImport({ folder, site, layers, only, asOf }: PlanInput): ImportPlan {
  const entries = layers.map((layer): SourceEntry => {
    const { name, format } = layer;
    const { publisher, licence, url } = format.publication ?? {};
    const kind = kindOf(format);
    const of = asOf ?? layer.asOf;
    return { file: fileOfLayer(name), title: name, ...{ publisher, licence, url, kind, only }, asOf: of };
  });
  const ours = new Set(entries.map(({ file }) => file));
  const others = site.sources ? [] : layersByDefault(folder).filter(path => !ours.has(path));
  const texts = new Map(layers.map(layer => [fileOfLayer(layer.name), layerText(layer)]));
  const bytes = folder.read('site.yaml') ?? new Uint8Array();
  const text = editSources(decodeText('site.yaml', bytes).value, entries, others);
  return { layers, texts: texts.set('site.yaml', withLineEndsOf(bytes, text)) };
}

/** Windows' line ends stay, where the officer's editor writes them. */
function withLineEndsOf(bytes: Uint8Array, text: string): string {
  const at = bytes.indexOf(0x0a);
  return at > 0 && bytes[at - 1] === 0x0d ? text.replaceAll('\n', '\r\n') : text;
}

export function kindOf({ kind }: Format): Source['kind'] {
  return kind ?? 'official';
}
