import { useMemo } from 'react';
import { type Facets, facetsOf } from '../search/facets.ts';
import { conditionsOf, find, type Outcome } from '../search/find.ts';
import type { SearchIndex } from '../search/index.ts';
import { type ItemWords, itemWords, type ResultItem, toResultItem } from '../search/item.ts';
import type { SearchState } from '../search/state.ts';
import type { Part } from '../search/understand.ts';

/** All that follows from a state. */
export interface Found {
  outcome: Outcome;
  /** What the text was understood to say. */
  parts: readonly Part[];
  facets: Facets;
  /** The first `count` results. */
  items: (count: number) => ResultItem[];
  /** Place in the list from 0; -1 when it is not there. */
  placeOf: (id: string) => number;
}

export function useFound(index: SearchIndex | null, state: SearchState): Found | null {
  const words = useMemo(() => index && itemWords(index.data), [index]);
  // The tab changes nothing about what is found.
  const { text, types, areas, specialities, capabilities, unanswered } = state;
  return useMemo(
    () =>
      index &&
      words &&
      toFound(index, words, { text, types, areas, specialities, capabilities, unanswered, view: 'list' }),
    [index, words, text, types, areas, specialities, capabilities, unanswered],
  );
}

function toFound(index: SearchIndex, words: ItemWords, state: SearchState): Found {
  const conditions = conditionsOf(index, state);
  const outcome = find(index, state, conditions);
  const { facilities, services } = outcome;
  const asked = { chosen: state.capabilities, named: conditions.text?.options ?? [] };
  return {
    outcome,
    parts: conditions.text?.parts ?? [],
    facets: facetsOf(index, state, conditions),
    items: count =>
      facilities
        .slice(0, count)
        .map((facility, i) => toResultItem(index, words, facility, i + 1, services, asked)),
    placeOf: id => facilities.findIndex(facility => index.data.facilities[facility]!.id === id),
  };
}
