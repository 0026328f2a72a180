import { useDeferredValue, useMemo, useState } from 'react';
import { knownState } from '../search/find.ts';
import type { SearchIndex } from '../search/index.ts';
import { unlisted } from '../search/relax.ts';
import {
  clearConditions,
  type FacetName,
  facetNames,
  hasConditions,
  type SearchState,
  toggleOption,
} from '../search/state.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { fill } from './fill.ts';
import { MapSection } from './MapSection.tsx';
import { ResultList } from './ResultList.tsx';
import { ResultStatus } from './ResultStatus.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { SearchProps } from './search-props.ts';
import { Toolbar } from './Toolbar.tsx';
import { useAddressState } from './use-address.ts';
import { useFound } from './use-found.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useSearchIndex } from './use-search-index.ts';
import { useSelection } from './use-selection.ts';
import { useWideScreen } from './use-wide-screen.ts';
import { ZeroResults } from './ZeroResults.tsx';

/** Wires the state in the address to the pure search and its views. */
export default function SearchApp(page: SearchProps) {
  const { texts } = page;
  const [loaded, retry] = useSearchIndex(page.payloadUrl);
  const [state, change] = useAddressState();
  const index = typeof loaded === 'string' ? null : loaded.index;
  const asked = useMemo(() => (index ? knownState(index, state) : state), [index, state]);
  // The first list is the asked one at once: a longer one before it would move the place that is restored.
  const found = useFound(index, useDeferredValue(index && asked) ?? asked);
  const [shown, showMore] = useKeptPlace(
    JSON.stringify({ ...asked, view: '' }),
    index !== null,
    page.first.length,
  );
  const items = useMemo(() => found?.items(shown) ?? page.first, [found, shown, page.first]);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const wide = useWideScreen();
  const { selected, select } = useSelection(found, wide, showMore);

  const count = found?.outcome.facilities.length ?? page.total;
  const outlined = useMemo(() => largeAreas(index), [index]);
  const searching = loaded === 'loading' && hasConditions(state);
  const step = (next: SearchState) => change(next, 'step');
  const toggle = (facet: FacetName, option: string) => step(toggleOption(asked, facet, option));

  return (
    <div className="search" data-view={asked.view} data-filters={filtersOpen ? 'open' : 'closed'}>
      <SearchBox
        text={state.text}
        example={page.example}
        texts={texts}
        onType={text => change({ ...state, text }, 'typing')}
      />
      {index && (
        <ActiveFilters
          index={index}
          state={asked}
          parts={found?.parts ?? []}
          texts={texts}
          onToggle={toggle}
          onText={text => step({ ...asked, text })}
          onClear={() => step(clearConditions(asked))}
        />
      )}
      <Toolbar
        texts={texts}
        chosen={facetNames.reduce((sum, facet) => sum + asked[facet].length, 0)}
        filtersOpen={filtersOpen}
        view={asked.view}
        onFilters={setFiltersOpen}
        onView={view => step({ ...asked, view })}
      />
      <div className="search__columns">
        <section id="search-filters" className="filters needs-script" aria-label={texts.filters}>
          {found && index && (
            <FilterPanel index={index} facets={found.facets} texts={texts} onToggle={toggle} />
          )}
          {loaded === 'loading' && <p className="filters__state">{texts.loading}</p>}
          <button
            type="button"
            className="button button--primary filters__done"
            onClick={() => setFiltersOpen(false)}
          >
            {found ? fill(texts.showResults, { n: count }) : texts.showList}
          </button>
        </section>
        <section
          className="results"
          aria-labelledby="search-results"
          aria-busy={searching || undefined}
          data-searching={searching || undefined}
        >
          <h2 id="search-results" className="visually-hidden" tabIndex={-1}>
            {texts.results}
          </h2>
          {loaded === 'failed' && <LoadFailed texts={texts} onRetry={retry} />}
          <ResultStatus
            texts={texts}
            count={count}
            outcome={found?.outcome ?? null}
            searching={searching}
            unlisted={found && index && count === 0 ? unlisted(index, asked) : []}
            unanswered={asked.unanswered}
            onUnanswered={unanswered => step({ ...asked, unanswered })}
          />
          {/* Another list, so that results do not jump out of the one that stood here first. */}
          <ResultList
            key={searching ? 'waiting' : 'list'}
            items={items}
            texts={texts}
            facilityUrl={page.facilityUrl}
            highlighted={highlighted}
            onHighlight={setHighlighted}
          />
          {found && count > items.length && (
            <button type="button" className="button results__more" onClick={() => showMore()}>
              {fill(texts.more, { n: count - items.length })}
            </button>
          )}
          {found && index && count === 0 && (
            <ZeroResults index={index} state={asked} texts={texts} contact={page.contact} onChange={step} />
          )}
        </section>
        <section className="map needs-script" aria-label={texts.map}>
          {found && (wide || asked.view === 'map') && (
            <MapSection
              page={page}
              found={found}
              areas={asked.areas}
              outlined={outlined}
              highlighted={highlighted}
              selected={selected}
              onSelect={select}
            />
          )}
        </section>
      </div>
    </div>
  );
}

/** 町丁 are too many, and outlines only of the others tell where one is. */
function largeAreas(index: SearchIndex | null): ReadonlySet<string> {
  const areas = index?.data.words.areas ?? [];
  return new Set(areas.flatMap(({ id, kind }) => (kind === 'town' ? [] : id)));
}

function LoadFailed({ texts, onRetry }: { texts: SearchProps['texts']; onRetry: () => void }) {
  return (
    <div className="results__notice" role="alert">
      <p>{texts.loadFailed}</p>
      <button type="button" className="button" onClick={onRetry}>
        {texts.retry}
      </button>
    </div>
  );
}
