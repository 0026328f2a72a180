/** When nothing is found: what the data does not hold at all, what to drop, and what each would give. */
import { conditionsOf, noSetting, type Setting, servicesFor } from './clauses.ts';
import { capabilityOf, countFacilities, type SearchIndex } from './index.ts';
import { unlistedWords } from './query.ts';
import { withoutPart } from './spoken.ts';
import {
  clearConditions,
  type Fact,
  hasConditions,
  levelOf,
  type SearchState,
  tidy,
  toggleDoubt,
  withFacet,
  withFact,
  withLevel,
  withPlace,
} from './state.ts';
import { understand } from './understand.ts';

export interface Relaxation {
  /**
   * What is dropped: one word or the whole text, all types, areas or specialities, one capability, the need, scene,
   * place, distance, time, date of confirmation or a fact, everything. Or made wider: `level` △ as well as ○, `wider` and
   * `widerPlace` the area that the chosen one lies in, `go` also those one goes to.
   */
  drops:
    | ('text' | 'word' | 'types' | 'areas' | 'wider' | 'specialities' | 'capability' | 'all')
    | ('need' | 'scene' | 'place' | 'widerPlace' | 'go' | 'within' | 'open' | 'months' | 'fact' | 'level');
  /** The word, the wider area, the option id of the capability, or the fact. */
  option: string | null;
  state: SearchState;
  count: number;
}

type Step = Omit<Relaxation, 'count'>;

/**
 * Words, types and capabilities that were asked for and that nobody in the data stands for: the list does not know,
 * which is another thing than that there is none. Words as typed, options by label.
 */
export function unlisted(index: SearchIndex, state: SearchState): string[] {
  const isNone = (bits: Uint32Array | undefined) => bits?.every(word => word === 0) ?? false;
  const types = state.types
    .filter(id => isNone(index.types.get(id)))
    .map(id => index.typeById.get(id)?.label ?? id);
  // Any of the types is enough.
  const missingTypes = types.length === state.types.length ? types : [];
  const pairs = new Set(
    state.capabilities.filter(key => !isNone(index.capabilities.get(key)?.offered)).map(capabilityOf),
  );
  const capabilities = state.capabilities
    .filter(key => !pairs.has(capabilityOf(key)))
    .flatMap(key => index.capabilities.get(key)?.label ?? []);
  return [...new Set([...unlistedWords(index, state.text), ...missingTypes, ...capabilities])];
}

/**
 * Single steps that give something; when none does, dropping everything. Empty when nothing is asked. Where the data
 * does not hold what was asked, the whole list is no answer and is not offered.
 */
export function relaxations(
  index: SearchIndex,
  state: SearchState,
  setting: Setting = noSetting,
): Relaxation[] {
  if (!hasConditions(state)) return [];
  const isUnlisted = unlisted(index, state).length > 0;
  const steps = stepsFrom(index, state)
    .map(step => ({ ...step, count: countOf(index, step.state, setting) }))
    .filter(step => step.count > 0 && (!isUnlisted || hasConditions(step.state)));
  if (steps.length > 0 || isUnlisted) return steps;
  const all = clearConditions(state);
  return [{ drops: 'all', option: null, state: all, count: countOf(index, all, setting) }];
}

function countOf(index: SearchIndex, state: SearchState, setting: Setting): number {
  return countFacilities(index, servicesFor(index, state, conditionsOf(index, state, setting)));
}

function stepsFrom(index: SearchIndex, state: SearchState): Step[] {
  const steps = [
    ...wordSteps(index, state),
    ...levelSteps(state),
    ...capabilitySteps(state),
    ...placeSteps(index, state),
    ...widerAreas(index, state),
  ];
  for (const facet of ['types', 'areas', 'specialities'] as const)
    if (state[facet].length > 0)
      steps.push({ drops: facet, option: null, state: withFacet(state, facet, []) });
  for (const drops of ['need', 'scene', 'within', 'open', 'months'] as const)
    if (state[drops] !== null) steps.push({ drops, option: null, state: tidy({ ...state, [drops]: null }) });
  for (const fact of Object.keys(state.facts) as Fact[])
    steps.push({ drops: 'fact', option: fact, state: withFact(state, fact, []) });
  if (state.text.trim() !== '') steps.push({ drops: 'text', option: null, state: { ...state, text: '' } });
  return steps;
}

/** Of two words or more, each alone. */
function wordSteps(index: SearchIndex, state: SearchState): Step[] {
  const parts = understand(index, state.text);
  if (parts.length < 2) return [];
  return parts.slice(0, 5).map(part => ({
    drops: 'word',
    option: part.typed,
    state: { ...state, text: withoutPart(parts, part) },
  }));
}

/** A pair of 実施 and 受け入れ goes together: of the two, one is enough. */
function capabilitySteps(state: SearchState): Step[] {
  return [...new Set(state.capabilities.map(capabilityOf))].map(id => ({
    drops: 'capability',
    option: state.capabilities.find(key => capabilityOf(key) === id)!,
    state: withFacet(
      state,
      'capabilities',
      state.capabilities.filter(key => capabilityOf(key) !== id),
    ),
  }));
}

/** ○ only to ○ and △. */
function levelSteps(state: SearchState): Step[] {
  return Object.keys(state.levels)
    .filter(key => levelOf(state, key) === 'yes')
    .map(key => ({ drops: 'level', option: key, state: withLevel(state, key, 'ask') }));
}

/** Without the place, the area it lies in, and places one goes to. */
function placeSteps({ data: { words } }: SearchIndex, state: SearchState): Step[] {
  const { place, also, reach } = state;
  if (!place || reach === 'go') return [];
  const parent = place.kind === 'area' ? words.places.find(({ id }) => id === place.id)?.parent : null;
  const steps: Step[] = [{ drops: 'place', option: null, state: withPlace(state, null) }];
  if (parent)
    steps.unshift({
      drops: 'widerPlace',
      option: parent,
      state: withPlace(state, { kind: 'area', id: parent }),
    });
  if (!also.includes('go')) steps.push({ drops: 'go', option: null, state: toggleDoubt(state, 'go') });
  return steps;
}

/** 町丁 to the area they lie in. */
function widerAreas(index: SearchIndex, state: SearchState): Step[] {
  const parents = index.data.words.areas
    .filter(({ id }) => state.areas.includes(id))
    .flatMap(({ parent }) => (parent !== null && index.areas.has(parent) ? parent : []));
  const parent = parents[0];
  if (parent === undefined || state.areas.includes(parent) || new Set(parents).size > 1) return [];
  return [{ drops: 'wider', option: parent, state: withFacet(state, 'areas', [parent]) }];
}
