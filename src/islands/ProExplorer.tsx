import { type MouseEvent, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { Moment } from '../calendar/moment.ts';
import type { ContactPurpose } from '../professional/contact-windows.ts';
import type { ResultItem } from '../search/item.ts';
import { emptyState, type SearchState } from '../search/state.ts';
import { isRefusal } from '../secure/refusal.ts';
import { ContactsView } from './ContactsView.tsx';
import { FaxView } from './FaxView.tsx';
import { fetchSealed } from './fetch-sealed.ts';
import { MatrixView } from './MatrixView.tsx';
import { ProTabs, type ProView } from './ProTabs.tsx';
import type { ProProps } from './pro-props.ts';
import type { ViewProps } from './pro-view.ts';
import { ReachView } from './ReachView.tsx';
import { RecordView } from './RecordView.tsx';
import { SearchView } from './SearchApp.tsx';
import { askedAnew } from './search-engine.ts';
import type { SearchProps } from './search-props.ts';
import type { Change } from './use-address.ts';
import type { OpenParts } from './use-edition.ts';
import { useNow } from './use-now.ts';
import { useSteps } from './use-steps.ts';
import { VacancyView } from './VacancyView.tsx';
import { viewHeading } from './ViewHead.tsx';
import { useSheetLine, WindowSheet } from './WindowSheet.tsx';

/** What is looked at. Every view is of what the conditions find. */
interface ProState {
  search: SearchState;
  view: ProView;
  /** The place of the record that is open. */
  record: number | null;
  fax: { place: number; n: number } | null;
  sheet: { kind: ContactPurpose | null } | null;
}

const first: ProState = { search: emptyState, view: 'list', record: null, fax: null, sheet: null };

const noItems: ResultItem[] = [];

interface Props {
  page: ProProps;
  parts: OpenParts;
}

const views = { matrix: MatrixView, contacts: ContactsView, now: ReachView, vacancy: VacancyView };

export function ProExplorer({ page, parts }: Props) {
  const { texts } = page;
  const [state, change, arrived, unfolded] = useSteps(first);
  const now = useNow() ?? noTime;
  const search = useSearchPage(page, parts);
  const { words, complete } = parts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one once all files are here.
  const engine = useMemo(() => askedAnew(parts.engine), [parts.engine, complete]);
  const index = words ? { engine, words, complete } : 'loading';
  // Picking a place on the map leads to it from any view.
  const changeSearch = (next: SearchState, how: Change) =>
    change({ ...state, search: next, view: next.view === 'map' ? 'map' : state.view }, how);
  const show = (view: ProView) =>
    change({ ...state, view, search: { ...state.search, view: view === 'map' ? 'map' : 'list' } }, 'folding');
  const opened = useReturningFocus(state, arrived);
  const openRecord = (place: number) => {
    opened.current = place;
    change({ ...state, record: place, fax: null }, 'folding');
  };
  const openFax = (place: number, n: number) => {
    opened.current = place;
    change({ ...state, fax: { place, n } }, 'folding');
  };
  const openSheet = (kind: ContactPurpose | null) => {
    opened.current = 'sheet';
    change({ ...state, sheet: { kind } }, 'folding');
  };
  const back = () => history.back();
  const View = state.view === 'list' || state.view === 'map' ? null : views[state.view];
  const shared: ViewProps = {
    ...{ texts, parts, now, search: state.search, demo: page.demo },
    ...{ onRecord: openRecord, onFax: openFax, onSheet: openSheet },
  };
  useSheetLine(page.name, shared);
  const isApart = isApartFrom(state);
  return (
    // The links of results name places in the list, and lead to records within the page.
    <div
      className="pro__main"
      data-view={state.view}
      data-apart={isApart || undefined}
      onClickCapture={event => openedBy(event, openRecord)}
      onAuxClickCapture={event => openedBy(event, openRecord)}
      onSubmit={() => View && document.getElementById(viewHeading)?.focus()}
    >
      <ProTabs texts={texts} view={state.view} onView={show} />
      {parts.failed && <p className="results__notice">{texts.loading.failed}</p>}
      <SearchView
        page={search}
        index={[index, reload]}
        address={[state.search, changeSearch, unfolded]}
        other={View && { name: state.view, headingId: viewHeading, view: <View {...shared} /> }}
      />
      {state.sheet ? (
        <WindowSheet {...shared} page={page} kind={state.sheet.kind} onBack={back} />
      ) : state.fax ? (
        <FaxView {...shared} {...state.fax} onBack={back} />
      ) : (
        state.record !== null && (
          <RecordView key={state.record} {...shared} place={state.record} onBack={back} />
        )
      )}
    </div>
  );
}

/** Something stands in place of the views. */
function isApartFrom({ record, fax, sheet }: ProState): boolean {
  return record !== null || fax !== null || sheet !== null;
}

/** Before the page has read its clock. */
const noTime: Moment = { date: '1970-01-01', minutes: 0 };

function reload(): void {
  location.reload();
}

function openedBy(event: MouseEvent, open: (place: number) => void): void {
  const link = (event.target as Element).closest('a[href^="#"]');
  const [, place] = /^#(\d+)$/.exec(link?.getAttribute('href') ?? '') ?? [];
  if (place === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  open(Number(place));
}

/** Coming back from a record, one goes on at the name that opened it; another view begins at its heading. */
function useReturningFocus(state: ProState, arrived: number) {
  const opened = useRef<number | 'sheet' | null>(null);
  const { view } = state;
  const isApart = isApartFrom(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a step back.
  useEffect(() => {
    if (arrived === 0 || isApart) return;
    const place = opened.current;
    const at = document.querySelector<HTMLElement>(`#result-${place}, .view [data-place="${place}"]`);
    at?.focus({ preventScroll: true });
  }, [arrived]);
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    document.getElementById(viewHeading)?.focus();
  }, [view]);
  return opened;
}

/** The first results come in the turn after the page itself, and then one by one. */
function useSearchPage(page: ProProps, { first, engine, header }: OpenParts): SearchProps {
  const [items, setItems] = useState(noItems);
  useEffect(() => startTransition(() => setItems(first.items)), [first]);
  return useMemo(() => {
    const areas = header.files.find(({ role }) => role === 'areas');
    const outlines = async () => {
      const opened = await engine.areas(await fetchSealed(page.home, areas?.name ?? ''));
      if (isRefusal(opened)) throw new Error(opened.refused);
      return opened;
    };
    return {
      ...page.search,
      ...{ first: items, total: first.count, listUrl: '', detailsUrl: '', facilityUrl: '#{id}' },
      areasUrl: areas ? outlines : null,
    };
  }, [page, first, items, engine, header]);
}
