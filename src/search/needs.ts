/** 困りごと and 場面: what the vocabulary names for them, any of it. */
import { addAll, type Bits, emptyBits } from './bits.ts';
import type { SearchWords } from './data.ts';
import type { SearchIndex } from './index.ts';
import { needsTypedOf } from './needs-typed.ts';
import { lastFor, onceFor } from './remember.ts';

export interface PresetServices {
  met: Bits;
  /** With services that have not answered its capabilities. */
  lenient: Bits;
}

const mostPresets = 100;

/** Null when there is no such need. */
export const needServices = lastFor(
  mostPresets,
  (id: string | null) => `${id}`,
  (index: SearchIndex, id): PresetServices | null => {
    const need = index.data.words.needs.find(each => each.id === id);
    return need ? presetServices(index, need.types, need.capabilities) : null;
  },
);

/** Questions put to every office (wheelchairs, a desk of its own) make nobody a place for a scene. */
export const sceneServices = lastFor(
  mostPresets,
  (id: string | null) => `${id}`,
  (index: SearchIndex, id): PresetServices | null => {
    const { scenes, capabilities } = index.data.words;
    const scene = scenes.find(each => each.id === id);
    if (!scene) return null;
    const asked = capabilities.filter(each => each.scenes.includes(scene.id) && each.asked !== '*');
    return presetServices(
      index,
      [],
      asked.map(capability => capability.id),
    );
  },
);

function presetServices(
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

export type NamedNeed = Pick<SearchWords['needs'][number], 'id' | 'label' | 'urgent'>;

/** The 困りごと whose words the text holds. */
export function needsNamed(index: SearchIndex, text: string): NamedNeed[] {
  return needsTypedIn(index)(text).map(({ id, label, urgent }) => ({ id, label, urgent }));
}

export function namesEmergency(index: SearchIndex, text: string): boolean {
  return needsNamed(index, text).some(({ urgent }) => urgent);
}

const needsTypedIn = onceFor((index: SearchIndex) => needsTypedOf(index.data.words.needs));
