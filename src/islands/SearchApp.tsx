import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../search/answer.ts';
import type { SearchWords } from '../search/data.ts';
import type { ResultItem } from '../search/item.ts';
import type { MapView } from '../search/marks.ts';
import { needsTypedOf } from '../search/needs-typed.ts';
import {
  chosenCount,
  clearConditions,
  hasConditions,
  needsDetails,
  type Place,
  type SearchState,
  tidy,
  toggleOption,
  withPlace,
} from '../search/state.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { Filters } from './Filters.tsx';
import { fill } from './fill.ts';
import { createHighlightStore, nothing } from './highlight-store.ts';
import { LoadFailed, Stuck } from './LoadFailed.tsx';
import type { MapPoint, MapResults } from './leaflet-map.ts';
import { MapSection } from './MapSection.tsx';
import { placeLabel } from './PlaceField.tsx';
import { ResultList } from './ResultList.tsx';
import { ResultStatus } from './ResultStatus.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { SearchEngine } from './search-engine.ts';
import type { SearchProps } from './search-props.ts';
import { Toolbar } from './Toolbar.tsx';
import { type Address, useAddressState } from './use-address.ts';
import { newestOnly, useAnswer } from './use-answer.ts';
import { useFilters } from './use-filters.ts';
import { useKeptPlace, useShownCount } from './use-kept-place.ts';
import { useNow } from './use-now.ts';
import { useOutlines } from './use-outlines.ts';
import { useSearchIndex } from './use-search-index.ts';
import { useSelection } from './use-selection.ts';
import { useSettled } from './use-settled.ts';
import { useWideScreen } from './use-wide-screen.ts';
import { ZeroResults } from './ZeroResults.tsx';

/** The public search: its data from the site's files, its state in the address. */
export default function SearchApp(page: SearchProps) {
  const index = useSearchIndex(page.listUrl, page.detailsUrl);
  return <SearchView page={page} index={index} address={useAddressState()} />;
}

interface ViewProps {
  page: SearchProps;
  index: ReturnType<typeof useSearchIndex>;
  address: Address;
  /** Another view of what is found, in place of list and map, under a heading with that id; how many stays said. */
  other?: { name: string; headingId: string; view: ReactNode } | null;
}

/** Wires a state to the pure search and its views. */
export function SearchView({
  page,
  index: [loaded, retry],
  address: [state, change, filtersOpen],
  other = null,
}: ViewProps) {
  const { texts } = page;
  const { words, complete } = typeof loaded === 'string' ? { words: null, complete: false } : loaded;
  const wide = useWideScreen();
  const withMap = wide || state.view === 'map';
  const { shapes, engine } = useOutlines(
    page.areasUrl,
    { onMap: withMap, bySearch: pointOf(state.place) !== null },
    typeof loaded === 'string' ? null : loaded.engine,
  );
  const able = complete || !needsDetails(state) ? engine : null;
  const now = useNow();
  const list = listOf(state);
  const namesEmergency = useMemo(() => needsTypedOf(page.urgent ? [page.urgent] : []), [page.urgent]);
  const isUrgent = namesEmergency(state.text).length > 0;

  const [shown, showMore] = useShownCount(list, engine !== null, page.first.length);
  const { selected, select } = useSelection(list, wide, showMore);
  const answered = useAnswer(able?.ask ?? null, { state, shown, selected, moment: now });
  const answer = answered?.answer ?? null;
  // After the list, so that the two are laid out in turn.
  const counted = useDeferredValue(answer);
  useKeptPlace(shown, answer !== null && complete);

  // What the data does not know is dropped with the first step, once it is known.
  const isAnswered = answered && JSON.stringify(answered.question.state) === JSON.stringify(state);
  const asked = isAnswered ? answered.answer.state : state;
  const items = answer ? shownItems(answer.items, page.first, hasConditions(state)) : page.first;
  const count = answer?.count ?? page.total;
  const searching = !(answer && able) && loaded !== 'failed' && hasConditions(state);
  const viewName = other?.name ?? asked.view;
  const [picking, setPicking] = useState(false);
  const [highlight] = useState(createHighlightStore);
  const isSettled = useSettled(filtersOpen ? 'filters' : asked.view);
  const results = useRef<HTMLHeadingElement>(null);
  const outlined = useMemo(() => largeAreas(words), [words]);
  const onMap = useMapMarks(asked);
  const placed = useMapResults(engine, answer);
  const answeredList = answer && `${answer.placed.list} ${listOf(answer.state)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place in one list is none in another.
  useEffect(() => highlight.set(nothing), [highlight, answeredList]);
  const step = (next: SearchState) => change(next, 'step');
  const setView = (view: SearchState['view']) => change({ ...asked, view }, 'folding');
  const filters = useFilters([state, change, filtersOpen], list, () => {
    if (picking) return null;
    return other ? document.getElementById(other.headingId) : results.current;
  });
  const startPicking = () => {
    setPicking(true);
    if ((!wide || other) && asked.view !== 'map') setView('map');
    else if (filtersOpen) filters.fold();
  };
  const endPicking = (point: MapPoint | null) => {
    setPicking(false);
    if (point) step(withPlace(asked, { kind: 'point', ...point }));
  };
  const saying = {
    ...{ texts, facilityUrl: page.facilityUrl, words, now },
    place: asked.place && words && placeLabel(words, asked.place, texts),
  };

  return (
    <div
      className="search"
      data-view={viewName}
      data-filters={filtersOpen ? 'open' : 'closed'}
      data-settling={!isSettled || undefined}
    >
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
          onToggle={(facet, option) => step(toggleOption(asked, facet, option))}
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
        onFilters={open => (open ? filters.unfold() : filters.fold())}
        onView={view => (view === asked.view && filtersOpen ? filters.fold() : setView(view))}
      />
      <div className="search__columns">
        <Filters
          texts={texts}
          ready={counted && words && engine && { engine, words, answer: counted }}
          loading={!counted && loaded !== 'failed'}
          state={asked}
          now={now}
          wide={wide}
          open={filtersOpen}
          onMap={startPicking}
          onChange={step}
          onDone={filters.fold}
        />
        <section
          className="results"
          aria-labelledby="search-results"
          aria-busy={searching || undefined}
          data-searching={searching || undefined}
        >
          <h2 ref={results} id="search-results" className="visually-hidden" tabIndex={-1}>
            {texts.results}
          </h2>
          {loaded === 'failed' && <LoadFailed {...page} onRetry={retry} />}
          <ResultStatus
            texts={texts}
            needUrl={page.needUrl}
            urgent={page.urgent}
            isUrgent={isUrgent}
            count={count}
            answer={answer}
            searching={searching}
            words={words}
            state={asked}
            onChange={step}
          />
          {/* Another list, so that results do not jump out of the one that stood here first. */}
          <ResultList key={searching ? 'waiting' : 'list'} items={items} highlight={highlight} {...saying} />
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
              isUrgent={isUrgent}
              onChange={step}
            />
          )}
        </section>
        <section className="map needs-script" aria-label={texts.map}>
          {answer && placed && withMap && (
            <MapSection
              page={page}
              results={placed}
              withoutPosition={count - answer.placed.count}
              shapes={shapes}
              areas={onMap.areas}
              outlined={outlined}
              point={onMap.point}
              picking={picking}
              onPicked={endPicking}
              highlight={highlight}
              selected={answer.selected}
              onSelect={select}
              saying={saying}
            />
          )}
        </section>
        {other?.view}
      </div>
      <Stuck {...page} />
    </div>
  );
}

/** Tells one list from another: the tab changes nothing about what is found. */
function listOf(state: SearchState): string {
  return JSON.stringify({ ...state, view: '' });
}

function pointOf(place: Place | null): MapPoint | null {
  return place?.kind === 'point' || place?.kind === 'device' ? { lat: place.lat, lng: place.lng } : null;
}

/** What the map shows of the conditions; the same until they change, so that it is not drawn anew. */
function useMapMarks({ areas, place }: SearchState): { areas: readonly string[]; point: MapPoint | null } {
  const key = JSON.stringify([areas, place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal conditions are marked the same.
  return useMemo(() => {
    const chosen = place?.kind === 'area' ? [...areas, place.id] : areas;
    return { areas: chosen, point: pointOf(place) };
  }, [key]);
}

/** The answer as the map has it; the same until other results or other places come. */
function useMapResults(engine: SearchEngine | null, answer: Answer | null): MapResults | null {
  const key = answer && JSON.stringify([listOf(answer.state), answer.placed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal results are drawn once.
  return useMemo(() => {
    if (!engine || !answer) return null;
    const { state, placed } = answer;
    return {
      box: placed.box,
      of: listOf(state),
      asker: show =>
        newestOnly(
          (view: MapView) => engine.marks({ state, ...view }),
          ({ answer: marks }) => show(marks),
        ),
    };
  }, [engine, key]);
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
