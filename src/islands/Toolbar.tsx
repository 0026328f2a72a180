import type { SearchState } from '../search/state.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  texts: SearchProps['texts'];
  chosen: number;
  filtersOpen: boolean;
  view: SearchState['view'];
  onFilters: (open: boolean) => void;
  onView: (view: SearchState['view']) => void;
}

/** Narrow screens only: the filters unfold, and list and map are tabs. */
export function Toolbar({ texts, chosen, filtersOpen, view, onFilters, onView }: Props) {
  return (
    <div className="search__bar needs-script">
      <button
        type="button"
        className="button"
        aria-expanded={filtersOpen}
        aria-controls="search-filters"
        onClick={() => onFilters(!filtersOpen)}
      >
        {chosen > 0 ? fill(texts.openFiltersCount, { n: chosen }) : texts.openFilters}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would say that something is to be filled in. */}
      <div className="search__views" role="group" aria-label={texts.views}>
        {(['list', 'map'] as const).map(each => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={view === each}
            onClick={() => onView(each)}
          >
            {texts[each]}
          </button>
        ))}
      </div>
    </div>
  );
}
