/** 困りごと and 場面: what the vocabulary names for them, any of it. */
import { addAll, type Bits, emptyBits } from './bits.ts';
import type { SearchIndex } from './index.ts';

export interface PresetServices {
  met: Bits;
  /** With services that have not answered its capabilities. */
  lenient: Bits;
}

/** Null when there is no such need. */
export function needServices(index: SearchIndex, id: string | null): PresetServices | null {
  const need = index.data.words.needs.find(each => each.id === id);
  return need ? presetServices(index, need.types, need.capabilities) : null;
}

/** Questions put to every office (wheelchairs, a desk of its own) make nobody a place for a scene. */
export function sceneServices(index: SearchIndex, id: string | null): PresetServices | null {
  const scene = index.data.words.scenes.find(each => each.id === id);
  if (!scene) return null;
  const capabilities = index.data.words.capabilities
    .filter(({ scenes, asked }) => scenes.includes(scene.id) && asked !== '*')
    .map(capability => capability.id);
  return presetServices(index, [], capabilities);
}

const known = new WeakMap<SearchIndex, Map<string, PresetServices>>();

function presetServices(
  index: SearchIndex,
  types: readonly string[],
  capabilities: readonly string[],
): PresetServices {
  const made = known.get(index) ?? new Map<string, PresetServices>();
  known.set(index, made);
  const key = JSON.stringify([types, capabilities]);
  const found = made.get(key) ?? makePreset(index, types, capabilities);
  made.set(key, found);
  return found;
}

function makePreset(
  index: SearchIndex,
  types: readonly string[],
  capabilities: readonly string[],
): PresetServices {
  const size = index.services.length;
  const met = emptyBits(size);
  const silent = emptyBits(size);
  for (const type of types) addAll(met, index.types.get(type) ?? emptyBits(size));
  for (const id of capabilities)
    for (const option of [index.capabilities.get(id), index.capabilities.get(`${id}.accepts`)]) {
      if (!option) continue;
      addAll(met, option.offered);
      addAll(silent, option.unanswered);
    }
  addAll(silent, met);
  return { met, lenient: silent };
}
