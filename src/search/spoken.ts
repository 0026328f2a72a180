/** What a text was understood to say, as the page shows it: without all that is needed to understand it. */
import type { Concept } from './concepts.ts';
import type { FacetName } from './state.ts';

/** A part as it is shown: plain data. */
export interface SpokenPart {
  typed: string;
  meanings: readonly Pick<Concept, 'facet' | 'option' | 'label'>[];
}

/** The facets a part speaks of, each once. */
export function facetsMeant({ meanings }: SpokenPart): FacetName[] {
  return [...new Set(meanings.map(({ facet }) => facet))];
}

/** The text that says the other parts only. */
export function withoutPart(parts: readonly SpokenPart[], part: SpokenPart): string {
  return parts
    .filter(other => other !== part)
    .map(({ typed }) => typed)
    .join(' ');
}
