import { useMemo } from 'react';
import { emptyState, type SearchState } from '../search/state.ts';
import { ProTabs, type ProView } from './ProTabs.tsx';
import type { ProProps } from './pro-props.ts';
import { SearchView } from './SearchApp.tsx';
import type { SearchEngine } from './search-engine.ts';
import type { SearchProps } from './search-props.ts';
import type { Change } from './use-address.ts';
import type { OpenParts } from './use-edition.ts';
import { useSteps } from './use-steps.ts';

/** What is looked at. Every view is of what the conditions find. */
export interface ProState {
  search: SearchState;
  view: ProView;
}

const first: ProState = { search: emptyState, view: 'list' };

interface Props {
  page: ProProps;
  parts: OpenParts;
}

export function ProExplorer({ page, parts }: Props) {
  const [state, change] = useSteps(first);
  const search = useSearchPage(page, parts);
  const engine = useSearchEngine(parts);
  const index = { engine, words: parts.words, complete: parts.complete };
  const changeSearch = (next: SearchState, how: Change) => change({ ...state, search: next }, how);
  const show = (view: ProView) =>
    change({ ...state, view, search: { ...state.search, view: view === 'map' ? 'map' : 'list' } }, 'step');
  return (
    <div className="pro__main" data-view={state.view}>
      <ProTabs texts={page.texts} view={state.view} onView={show} />
      <SearchView page={search} index={[index, reload]} address={[state.search, changeSearch]} />
    </div>
  );
}

function reload(): void {
  location.reload();
}

function useSearchPage(page: ProProps, { count }: OpenParts): SearchProps {
  return useMemo(
    () => ({
      ...page.search,
      ...{ first: [], total: count, listUrl: '', detailsUrl: '', areasUrl: null, facilityUrl: '#{id}' },
    }),
    [page, count],
  );
}

/** Another one once all files are here, so that what was asked is asked again. */
function useSearchEngine({ engine, complete }: OpenParts): SearchEngine {
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  return useMemo(() => {
    const { ask, marks, places, outlines, close } = engine;
    const opened = () => Promise.reject(new Error('opened already'));
    return {
      ask: q => ask(q),
      marks: q => marks(q),
      places,
      outlines,
      close,
      open: opened,
      complete: opened,
    };
  }, [engine, complete]);
}
