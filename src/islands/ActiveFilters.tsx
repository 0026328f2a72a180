import type { SearchIndex } from '../search/index.ts';
import { type FacetName, facetNames, type SearchState } from '../search/state.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  index: SearchIndex;
  state: SearchState;
  texts: SearchProps['texts'];
  onToggle: (facet: FacetName, option: string) => void;
  onClear: () => void;
}

/** The conditions in force, each removable. */
export function ActiveFilters({ index, state, texts, onToggle, onClear }: Props) {
  const chips = facetNames.flatMap(facet =>
    state[facet].map(option => ({ facet, option, label: optionLabel(index, facet, option) })),
  );
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={texts.chosen}>
      {chips.map(({ facet, option, label }) => (
        <li key={`${facet} ${option}`}>
          <button type="button" className="chip" onClick={() => onToggle(facet, option)}>
            <span aria-hidden="true">{label} ×</span>
            <span className="visually-hidden">{fill(texts.remove, { label })}</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="text-button" onClick={onClear}>
            {texts.clearAll}
          </button>
        </li>
      )}
    </ul>
  );
}

export function optionLabel(index: SearchIndex, facet: FacetName, option: string): string {
  if (facet === 'types') return index.typeById.get(option)?.label ?? option;
  if (facet === 'areas') return index.data.words.areas.find(area => area.id === option)?.name ?? option;
  if (facet === 'capabilities') return index.capabilities.get(option)?.label ?? option;
  return option;
}
