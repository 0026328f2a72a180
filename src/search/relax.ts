/** What to drop when nothing is found, and what each would give. */
import { find } from './find.ts';
import type { SearchIndex } from './index.ts';
import { clearConditions, hasConditions, type SearchState, withFacet } from './state.ts';

export interface Relaxation {
  /** What is dropped: the whole text, all types, all areas, all specialities, one capability, or everything. */
  drops: 'text' | 'types' | 'areas' | 'specialities' | 'capability' | 'all';
  /** Option id of the one capability. */
  option: string | null;
  state: SearchState;
  count: number;
}

/** Single steps that give something; when none does, dropping everything. Empty when nothing is asked. */
export function relaxations(index: SearchIndex, state: SearchState): Relaxation[] {
  if (!hasConditions(state)) return [];
  const steps = stepsFrom(state)
    .map(step => ({ ...step, count: find(index, step.state).facilities.length }))
    .filter(step => step.count > 0);
  if (steps.length > 0) return steps;
  const all = clearConditions(state);
  return [{ drops: 'all', option: null, state: all, count: find(index, all).facilities.length }];
}

function stepsFrom(state: SearchState): Omit<Relaxation, 'count'>[] {
  const steps: Omit<Relaxation, 'count'>[] = state.capabilities.map(option => ({
    drops: 'capability',
    option,
    state: withFacet(
      state,
      'capabilities',
      state.capabilities.filter(key => key !== option),
    ),
  }));
  for (const facet of ['types', 'areas', 'specialities'] as const)
    if (state[facet].length > 0)
      steps.push({ drops: facet, option: null, state: withFacet(state, facet, []) });
  if (state.text.trim() !== '') steps.push({ drops: 'text', option: null, state: { ...state, text: '' } });
  return steps;
}
