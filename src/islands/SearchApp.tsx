import { useMemo, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
import type { ResultItem } from '../search/item.ts';
import {
  chosenCount,
  clearConditions,
  type FacetName,
  hasConditions,
  needsDetails,
  type SearchState,
  tidy,
  toggleOption,
  withLevel,
} from '../search/state.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { FilterPanel, Fold } from './FilterPanel.tsx';
import { fill } from './fill.ts';
import { MapSection } from './MapSection.tsx';
import { MoreFilters } from './MoreFilters.tsx';
import { OpenField } from './OpenField.tsx';
import { PlaceField, placeLabel } from './PlaceField.tsx';
import { ResultList } from './ResultList.tsx';
import { ResultStatus } from './ResultStatus.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { SearchEngine } from './search-engine.ts';
import type { SearchProps } from './search-props.ts';
import { Toolbar } from './Toolbar.tsx';
import { useAddressState } from './use-address.ts';
import { useAnswer } from './use-answer.ts';
import { useKeptPlace, useShownCount } from './use-kept-place.ts';
import { useNow } from './use-now.ts';
import { useSearchIndex } from './use-search-index.ts';
import { useSelection } from './use-selection.ts';
import { useWideScreen } from './use-wide-screen.ts';
import { ZeroResults } from './ZeroResults.tsx';

/** Wires the state in the address to the pure search and its views. */
export default function SearchApp(page: SearchProps) {
  const { texts } = page;
  const [loaded, retry] = useSearchIndex(page.listUrl, page.detailsUrl);
  const [state, change] = useAddressState();
  const { engine, words, complete } =
    typeof loaded === 'string' ? { engine: null, words: null, complete: false } : loaded;
  const able = complete || !needsDetails(state) ? engine : null;
  const wide = useWideScreen();
  const now = useNow();
  const list = JSON.stringify({ ...state, view: '' });

  const withMap = wide || state.view === 'map';
  const pins = useAnswer((withMap && able?.pins) || null, state)?.answer ?? null;
  const [shown, showMore] = useShownCount(list, engine !== null, page.first.length);
  const placeOf = (id: string) => pins?.find(pin => pin.id === id)?.number ?? 0;
  const { selected, select } = useSelection(list, wide, id => showMore(placeOf(id)));
  const answered = useAnswer(able?.ask ?? null, { state, shown, selected, moment: now });
  const answer = answered?.answer ?? null;
  useKeptPlace(shown, answer !== null && complete);

  // What the data does not know is dropped with the first step, once it is known.
  const isAnswered = answered && JSON.stringify(answered.question.state) === JSON.stringify(state);
  const asked = isAnswered ? answered.answer.state : state;
  const place = asked.place && words && placeLabel(words, asked.place, texts);
  const items = answer ? shownItems(answer.items, page.first, hasConditions(state)) : page.first;
  const count = answer?.count ?? page.total;
  const searching = !(answer && able) && loaded !== 'failed' && hasConditions(state);
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
          onText={text => step(tidy({ ...asked, text }))}
          onChange={step}
          onClear={() => step(clearConditions(asked))}
        />
      )}
      <Toolbar
        texts={texts}
        chosen={chosenCount(asked)}
        filtersOpen={filtersOpen}
        view={asked.view}
        onFilters={setFiltersOpen}
        onView={view => step({ ...asked, view })}
      />
      <div className="search__columns">
        <section id="search-filters" className="filters needs-script" aria-label={texts.filters}>
          {answer && words && engine && (
            <>
              <Fold title={texts.place.title} className="facet" open>
                <PlaceField
                  words={words}
                  state={asked}
                  texts={texts}
                  places={engine.places}
                  loadOutlines={() => loadOutlines(engine, page.areasUrl)}
                  onChange={step}
                />
              </Fold>
              <Fold title={texts.open.title} className="facet" open={asked.open !== null}>
                <OpenField
                  words={words}
                  state={asked}
                  openNow={answer.facets.openNow}
                  year={now && Number(now.date.slice(0, 4))}
                  texts={texts}
                  onChange={step}
                />
              </Fold>
              <FilterPanel
                words={words}
                state={asked}
                facets={answer.facets}
                texts={texts}
                onToggle={toggle}
                onLevel={(capability, level) => step(withLevel(asked, capability, level))}
              />
              <MoreFilters state={asked} facets={answer.facets} texts={texts} onChange={step} />
            </>
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
            words={words}
            state={asked}
            onChange={step}
          />
          {/* Another list, so that results do not jump out of the one that stood here first. */}
          <ResultList
            key={searching ? 'waiting' : 'list'}
            items={items}
            texts={texts}
            facilityUrl={page.facilityUrl}
            place={place}
            now={now}
            highlighted={highlighted}
            onHighlight={setHighlighted}
          />
          {answer && count > items.length && (
            <button type="button" className="button results__more" onClick={() => showMore()}>
              {fill(texts.more, { n: count - items.length })}
            </button>
          )}
          {answer && words && count === 0 && (
            <ZeroResults
              words={words}
              answer={answer}
              texts={texts}
              contact={page.contact}
              urgent={page.urgent}
              onChange={step}
            />
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
              place={place}
              now={now}
            />
          )}
        </section>
      </div>
    </div>
  );
}

async function loadOutlines(engine: SearchEngine, url: string | null): Promise<void> {
  const response = url === null ? null : await fetch(url);
  if (response?.ok) await engine.outlines(await response.arrayBuffer());
}

/** The first results stand in the page in full, while the list that comes first holds less of them. */
function shownItems(
  items: readonly ResultItem[],
  first: readonly ResultItem[],
  isAsked: boolean,
): readonly ResultItem[] {
  const isFull = isAsked || items.every(({ complete }) => complete);
  return isFull ? items : [...first, ...items.slice(first.length)];
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
