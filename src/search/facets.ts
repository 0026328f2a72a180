/** How many facilities each option would give, so that no count surprises. */
import { type Bits, unionOf } from './bits.ts';
import { type Conditions, capabilityConditions, conditionsOf, servicesFor } from './find.ts';
import { capabilityOf, countFacilities, type SearchIndex } from './index.ts';
import type { FacetName, SearchState } from './state.ts';

export interface FacetOption {
  id: string;
  label: string;
  /** Heading the option stands under: type group, area kind, group of specialities or capabilities. */
  group: string;
  chosen: boolean;
  /**
   * Facilities that meet every other facet and this option. Choosing the first option of a facet, or one more
   * capability, lists exactly this many.
   */
  count: number;
  /** Facilities that choosing it adds to the list, where another of which one is enough is chosen already. */
  adds: number | null;
}

export type Facets = Record<FacetName, FacetOption[]>;

/** Every option the data has, in the vocabulary's order; also those that give nothing now. */
export function facetsOf(
  index: SearchIndex,
  state: SearchState,
  conditions: Conditions = conditionsOf(index, state),
): Facets {
  const { words } = index.data;
  const any = (facet: 'types' | 'areas' | 'specialities', options: readonly Option[]) =>
    anyOf(index, state, conditions, facet, options);
  return {
    types: any('types', words.types),
    areas: any(
      'areas',
      words.areas.map(({ id, name, kind }) => ({ id, label: name, group: kind })),
    ),
    specialities: any(
      'specialities',
      words.specialities.map(({ label, group }) => ({ id: label, label, group })),
    ),
    capabilities: allOf(index, state, conditions),
  };
}

interface Option {
  id: string;
  label: string;
  group: string;
}

function anyOf(
  index: SearchIndex,
  state: SearchState,
  conditions: Conditions,
  facet: 'types' | 'areas' | 'specialities',
  options: readonly Option[],
): FacetOption[] {
  const others = servicesFor(index, state, conditions, facet);
  const current = conditions[facet];
  const total = current ? countFacilities(index, others, current) : null;
  return options.flatMap(option => {
    const services = index[facet].get(option.id);
    if (!services) return [];
    const chosen = state[facet].includes(option.id);
    const adds = chosen || total === null ? null : widenedCount(index, others, current!, services) - total;
    const { id, label, group } = option;
    return { id, label, group, chosen, count: countFacilities(index, others, services), adds };
  });
}

function widenedCount(index: SearchIndex, others: Bits, current: Bits, added: Bits): number {
  return countFacilities(index, others, unionOf(index.services.length, [current, added]));
}

function allOf(index: SearchIndex, state: SearchState, conditions: Conditions): FacetOption[] {
  const shown = servicesFor(index, state, conditions);
  const total = countFacilities(index, shown);
  const pairs = new Set(state.capabilities.map(capabilityOf));
  return [...index.capabilities.values()].map(option => {
    const size = index.services.length;
    const met = state.unanswered ? unionOf(size, [option.offered, option.unanswered]) : option.offered;
    const chosen = state.capabilities.includes(option.key);
    const widens = !chosen && pairs.has(capabilityOf(option.key));
    return {
      id: option.key,
      label: option.label,
      group: option.group,
      chosen,
      count: countFacilities(index, shown, met),
      adds: widens ? withOption(index, state, conditions, option.key) - total : null,
    };
  });
}

function withOption(index: SearchIndex, state: SearchState, conditions: Conditions, key: string): number {
  const wider = capabilityConditions(index, [...state.capabilities, key]);
  return countFacilities(index, servicesFor(index, state, { ...conditions, ...wider }));
}
