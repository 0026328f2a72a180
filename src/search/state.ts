/** What a visitor asked for. Everything else on the search page follows from this and the data. */
export interface SearchState {
  text: string;
  /** Any of these. */
  types: readonly string[];
  areas: readonly string[];
  /** Names of 診療科. */
  specialities: readonly string[];
  /** All of these: capability id, or `<id>.accepts` where performing and accepting are told apart (then either). */
  capabilities: readonly string[];
  /** Also show services that have not answered the capabilities. Refusals never show, and cannot be asked for. */
  unanswered: boolean;
  /** Which tab a phone shows. */
  view: 'list' | 'map';
}

export const emptyState: SearchState = {
  text: '',
  types: [],
  areas: [],
  specialities: [],
  capabilities: [],
  unanswered: false,
  view: 'list',
};

/** The four facets: lists of chosen options. */
export const facetNames = ['types', 'areas', 'specialities', 'capabilities'] as const;
export type FacetName = (typeof facetNames)[number];

export function toggleOption(state: SearchState, facet: FacetName, option: string): SearchState {
  const chosen = state[facet];
  const next = chosen.includes(option) ? chosen.filter(id => id !== option) : [...chosen, option];
  return withFacet(state, facet, next);
}

/** 「未回答も含む」 belongs to the capabilities: it goes when the last of them goes and no text may speak of one. */
export function withFacet(state: SearchState, facet: FacetName, chosen: readonly string[]): SearchState {
  const next = { ...state, [facet]: chosen };
  return next.capabilities.length === 0 && next.text === '' ? { ...next, unanswered: false } : next;
}

/** All conditions away; the tab stays. */
export function clearConditions(state: SearchState): SearchState {
  return { ...emptyState, view: state.view };
}

export function hasConditions(state: SearchState): boolean {
  return state.text.trim() !== '' || facetNames.some(facet => state[facet].length > 0);
}
