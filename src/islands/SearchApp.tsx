import { useMemo, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
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
import { useAnswer } from './use-answer.ts';
import { useKeptPlace, useShownCount } from './use-kept-place.ts';
import { useSearchIndex } from './use-search-index.ts';
import { useSelection } from './use-selection.ts';
import { useWideScreen } from './use-wide-screen.ts';
import { ZeroResults } from './ZeroResults.tsx';

/** Wires the state in the address to the pure search and its views. */
export default function SearchApp(page: SearchProps) {
  const { texts } = page;
  const [loaded, retry] = useSearchIndex(page.payloadUrl);
  const [state, change] = useAddressState();
  const { engine, words } = typeof loaded === 'string' ? { engine: null, words: null } : loaded;
  const wide = useWideScreen();
  const list = JSON.stringify({ ...state, view: '' });

  const withMap = wide || state.view === 'map';
  const pins = useAnswer((withMap && engine?.pins) || null, state)?.answer ?? null;
  const [shown, showMore] = useShownCount(list, engine !== null, page.first.length);
  const placeOf = (id: string) => pins?.find(pin => pin.id === id)?.number ?? 0;
  const { selected, select } = useSelection(list, wide, id => showMore(placeOf(id)));
  const answered = useAnswer(engine?.ask ?? null, { state, shown, selected, moment: null });
  const answer = answered?.answer ?? null;
  useKeptPlace(shown, answer !== null);

  // What the data does not know is dropped with the first step, once it is known.
  const isAnswered = answered && JSON.stringify(answered.question.state) === JSON.stringify(state);
  const asked = isAnswered ? answered.answer.state : state;
  const items = answer?.items ?? page.first;
  const count = answer?.count ?? page.total;
  const searching = !answer && loaded !== 'failed' && hasConditions(state);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const outlined = useMemo(() => largeAreas(words), [words]);
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
      {words && (
        <ActiveFilters
          words={words}
          state={asked}
          parts={answer?.parts ?? []}
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
          {answer && words && (
            <FilterPanel words={words} state={asked} facets={answer.facets} texts={texts} onToggle={toggle} />
          )}
          {!answer && loaded !== 'failed' && <p className="filters__state">{texts.loading}</p>}
          <button
            type="button"
            className="button button--primary filters__done"
            onClick={() => setFiltersOpen(false)}
          >
            {answer ? fill(texts.showResults, { n: count }) : texts.showList}
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
            answer={answer}
            searching={searching}
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
          {answer && count > items.length && (
            <button type="button" className="button results__more" onClick={() => showMore()}>
              {fill(texts.more, { n: count - items.length })}
            </button>
          )}
          {answer && words && count === 0 && (
            <ZeroResults words={words} answer={answer} texts={texts} contact={page.contact} onChange={step} />
          )}
        </section>
        <section className="map needs-script" aria-label={texts.map}>
          {pins && withMap && (
            <MapSection
              page={page}
              results={pins}
              withoutPosition={count - pins.length}
              areas={asked.areas}
              outlined={outlined}
              highlighted={highlighted}
              selected={answer?.selected ?? []}
              onSelect={select}
            />
          )}
        </section>
      </div>
    </div>
  );
}

/** 町丁 are too many, and outlines only of the others tell where one is. */
function largeAreas(words: SearchWords | null): ReadonlySet<string> {
  const areas = words?.areas ?? [];
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
