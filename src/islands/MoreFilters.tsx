import type { Facets } from '../search/facets.ts';
import { type SearchState, tidy, toggleFact } from '../search/state.ts';
import { Fold, OptionGroup } from './FilterPanel.tsx';
import { fill } from './fill.ts';
import { InTurn } from './InTurn.tsx';
import { OneOf } from './OneOf.tsx';
import type { SearchProps } from './search-props.ts';

interface Props {
  state: SearchState;
  facets: Facets;
  texts: SearchProps['texts'];
  onChange: (next: SearchState) => void;
}

/** 困りごと and 場面, what offices state as words, and how lately it was confirmed: only what the data has. */
export function MoreFilters({ state, facets, texts, onChange }: Props) {
  const presets = [
    { key: 'need', options: facets.needs },
    { key: 'scene', options: facets.scenes },
  ] as const;
  return (
    <InTurn>
      {presets.map(({ key, options }) => {
        const offered = options.filter(({ chosen, count }) => chosen || count > 0);
        if (offered.length === 0) return null;
        return (
          <Fold key={key} title={texts.presets[key]} className="facet" open={state[key] !== null}>
            <OneOf
              name={texts.presets[key]}
              none={texts.anyOption}
              options={offered.map(({ id, label, count }) => ({ value: id, label, count }))}
              chosen={state[key]}
              texts={texts}
              onChoose={value => onChange(tidy({ ...state, [key]: value }))}
            />
          </Fold>
        );
      })}
      {facets.facts.map(({ fact, label, options }) => {
        const title = label ?? texts.factNames[fact as keyof typeof texts.factNames];
        const chosen = state.facts[fact] ?? [];
        const offered = options
          .filter(option => option.chosen || option.count > 0)
          .map(option => ({
            ...option,
            label: fact === 'acceptance' ? acceptanceLabel(option.id, texts) : option.label,
          }));
        if (offered.length === 0) return null;
        return (
          <Fold key={fact} title={title} className="facet" open={chosen.length > 0}>
            <p className="facet__hint">{texts.factHint}</p>
            <OptionGroup
              title={null}
              name={title}
              options={offered}
              chosen={chosen}
              folded={false}
              texts={texts}
              onToggle={value => onChange(toggleFact(state, fact, value))}
              markerOf={() => null}
            />
          </Fold>
        );
      })}
      {facets.months.length > 0 && (
        <Fold title={texts.months.title} className="facet" open={state.months !== null}>
          <OneOf
            name={texts.months.title}
            none={texts.anyOption}
            options={facets.months.map(({ months, count }) => ({
              value: String(months),
              label: fill(texts.months.within, { n: months }),
              count,
            }))}
            chosen={state.months === null ? null : String(state.months)}
            texts={texts}
            onChoose={value => onChange(tidy({ ...state, months: value === null ? null : Number(value) }))}
          />
        </Fold>
      )}
    </InTurn>
  );
}

function acceptanceLabel(id: string, texts: SearchProps['texts']): string {
  return texts.acceptance[id as keyof typeof texts.acceptance] ?? id;
}
