import { capabilitiesMeant } from './concepts.ts';
import type { SearchIndex } from './index.ts';
import { matchText } from './query.ts';
import { type Fact, type Place, type SearchState, tidy } from './state.ts';

/** The state without what the data does not know, so that no condition is in force that cannot be seen. */
export function knownState(index: SearchIndex, state: SearchState): SearchState {
  const { words } = index.data;
  const capabilities = state.capabilities.filter(key => index.capabilities.has(key));
  const whole = new Map(words.pieces);
  const areas = state.areas.map(id => whole.get(id) ?? id).filter(id => index.areas.has(id));
  const facts = Object.entries(state.facts).flatMap(([fact, chosen]) => {
    const known = chosen?.filter(word => index.facts.get(fact as Fact)?.options.has(word)) ?? [];
    return known.length > 0 ? [[fact, known]] : [];
  });
  const next = tidy({
    ...state,
    types: state.types.filter(id => index.types.has(id)),
    areas: [...new Set(areas)],
    specialities: state.specialities.filter(name => index.specialities.has(name)),
    capabilities,
    need: words.needs.some(({ id }) => id === state.need) ? state.need : null,
    scene: words.scenes.some(({ id }) => id === state.scene) ? state.scene : null,
    place: knownPlace(index, state.place),
    facts: Object.fromEntries(facts),
  });
  const text = matchText(index, state.text);
  const isAsked = capabilities.length > 0 || next.need !== null || next.scene !== null;
  const isSpoken = (text?.options.length ?? 0) > 0;
  const asked = new Set([...capabilities, ...(text?.parts ?? []).flatMap(capabilitiesMeant)]);
  const levels = Object.entries(next.levels).filter(([key]) => asked.has(key));
  return {
    ...next,
    levels: Object.fromEntries(levels),
    unanswered: next.unanswered && (isAsked || isSpoken),
  };
}

function knownPlace({ data: { words } }: SearchIndex, place: Place | null): Place | null {
  if (place?.kind !== 'area') return place;
  const id = words.pieces.find(([piece]) => piece === place.id)?.[1] ?? place.id;
  return words.places.some(each => each.id === id) ? { kind: 'area', id } : null;
}
