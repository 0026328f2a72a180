import { type RefObject, useDeferredValue, useEffect, useRef } from 'react';
import type { Moment } from '../calendar/moment.ts';
import type { Answer } from '../search/answer.ts';
import type { SearchWords } from '../search/data.ts';
import { type SearchState, toggleOption, withLevels } from '../search/state.ts';
import { FilterPanel, Fold } from './FilterPanel.tsx';
import { fill } from './fill.ts';
import { InTurn } from './InTurn.tsx';
import { MoreFilters } from './MoreFilters.tsx';
import { OpenField } from './OpenField.tsx';
import { PlaceField } from './PlaceField.tsx';
import type { SearchEngine } from './search-engine.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  texts: SearchProps['texts'];
  /** Null until the data has come. */
  ready: { engine: SearchEngine; words: SearchWords; answer: Answer } | null;
  loading: boolean;
  state: SearchState;
  now: Moment | null;
  /** Beside the list, where there is room. */
  wide: boolean;
  /** Narrow screens: unfolded. */
  open: boolean;
  onMap: () => void;
  onChange: (next: SearchState) => void;
  onDone: () => void;
}

/** Every condition, with what it would give. On a phone it takes the place of the list until 「n件を見る」. */
export function Filters({ texts, ready, loading, state, now, wide, open, onMap, onChange, onDone }: Props) {
  const section = useRef<HTMLElement>(null);
  // After the window has changed, for there are hundreds of them.
  const unfolded = useDeferredValue(wide || open);
  useShown(section, open && unfolded);
  return (
    <section
      ref={section}
      id="search-filters"
      className="filters needs-script"
      aria-label={texts.filters}
      tabIndex={-1}
    >
      {ready && unfolded && (
        <InTurn>
          <Fold title={texts.place.title} className="facet" open>
            <PlaceField
              words={ready.words}
              state={state}
              within={ready.answer.facets.within}
              texts={texts}
              places={ready.engine.places}
              onMap={onMap}
              onChange={onChange}
            />
          </Fold>
          <Fold title={texts.open.title} className="facet" open={state.open !== null}>
            <OpenField
              words={ready.words}
              state={state}
              openNow={ready.answer.facets.openNow}
              year={now && Number(now.date.slice(0, 4))}
              texts={texts}
              onChange={onChange}
            />
          </Fold>
          <FilterPanel
            words={ready.words}
            state={state}
            facets={ready.answer.facets}
            texts={texts}
            onToggle={(facet, option) => onChange(toggleOption(state, facet, option))}
            onLevel={(capabilities, level) => onChange(withLevels(state, capabilities, level))}
          />
          <MoreFilters state={state} facets={ready.answer.facets} texts={texts} onChange={onChange} />
        </InTurn>
      )}
      {loading && <p className="filters__state">{texts.loading}</p>}
      <div className="filters__done">
        <button type="button" className="button button--primary" onClick={onDone}>
          {ready ? fill(texts.showResults, { n: ready.answer.count }) : texts.showList}
        </button>
      </div>
    </section>
  );
}

/** Unfolding them brings them into view, wherever in the list one was. */
function useShown(section: RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    if (!open) return;
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'start' });
  }, [section, open]);
}
