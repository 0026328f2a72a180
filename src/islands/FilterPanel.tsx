import { type ReactNode, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
import type { FacetOption, Facets } from '../search/facets.ts';
import {
  type AnswerLevel,
  answerLevels,
  type FacetName,
  levelOf,
  type SearchState,
} from '../search/state.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';
import { TypeMark } from './TypeMark.tsx';

interface Props {
  words: SearchWords;
  /** Says what is chosen before the answer does. */
  state: SearchState;
  facets: Facets;
  texts: SearchProps['texts'];
  onToggle: (facet: FacetName, option: string) => void;
  onLevel: (capabilities: readonly string[], level: AnswerLevel) => void;
}

/** More options than this are folded, but for the types: they are what most people begin with. */
const longList = 20;

export function FilterPanel({ words, state, facets, texts, onToggle, onLevel }: Props) {
  const groupLabel = (facet: FacetName, group: string): string => {
    if (facet === 'types') return texts.typeGroups[group as keyof typeof texts.typeGroups] ?? group;
    if (facet === 'areas') return texts.areaKinds[group as keyof typeof texts.areaKinds] ?? group;
    if (group === '') return texts.otherSpecialities;
    const { groups, specialityGroups } = words;
    return (
      (facet === 'specialities' ? specialityGroups : groups).find(({ id }) => id === group)?.label ?? group
    );
  };
  return (['types', 'areas', 'specialities', 'capabilities'] as const).map(facet => {
    const isRelevant = (option: FacetOption): boolean => !('relevant' in option) || option.relevant === true;
    const options = facets[facet]
      .filter(option => option.chosen || (option.count > 0 && isRelevant(option)))
      .map(option => ({ ...option, chosen: state[facet].includes(option.id) }));
    const isTyped = facet === 'capabilities' && facets.typedCapabilities.length > 0;
    if (options.length === 0 && !isTyped) return null;
    const groups = grouped(options);
    return (
      <Fold
        // Opens once something that stands in it was typed.
        key={`${facet} ${isTyped}`}
        title={texts.facets[facet]}
        className="facet"
        open={facet === 'types' || isTyped || hasChosen(options)}
      >
        <p className="facet__hint">{texts.facetHints[facet]}</p>
        {facet === 'capabilities' && <Levels facets={facets} state={state} texts={texts} onLevel={onLevel} />}
        {groups.map(([group, members]) => (
          <OptionGroup
            key={group}
            title={groups.length > 1 || facet === 'capabilities' ? groupLabel(facet, group) : null}
            name={texts.facets[facet]}
            options={members}
            folded={facet !== 'types' && options.length > longList}
            onToggle={option => onToggle(facet, option)}
            texts={texts}
            mark={id =>
              facet === 'types' && <TypeMark marker={words.types.find(type => type.id === id)!.marker} />
            }
          />
        ))}
      </Fold>
    );
  });
}

/** How strict each capability that is chosen or typed is asked for, with what each would list. */
function Levels({ facets, state, texts, onLevel }: Pick<Props, 'facets' | 'state' | 'texts' | 'onLevel'>) {
  const chosen = facets.capabilities.filter(({ id }) => state.capabilities.includes(id));
  const asked = [
    ...facets.typedCapabilities.map(({ typed, options, levels }) => ({ label: typed, options, levels })),
    ...chosen.map(({ id, label, levels }) => ({ label, options: [id], levels })),
  ];
  return asked.map(({ label, options, levels }) => (
    <p key={options.join()} className="levels">
      <label>
        <span className="facet__hint">{fill(texts.levels.label, { label })}</span>
        <select
          value={levelOf(state, options[0]!)}
          onChange={event => {
            const level = answerLevels.find(each => each === event.currentTarget.value);
            if (level) onLevel(options, level);
          }}
        >
          {answerLevels.map(level => (
            <option key={level} value={level}>
              {fill(texts.levels[level], { n: levels?.[level] ?? 0 })}
            </option>
          ))}
        </select>
      </label>
    </p>
  ));
}

interface GroupProps {
  title: string | null;
  name: string;
  options: readonly FacetOption[];
  folded: boolean;
  texts: SearchProps['texts'];
  onToggle: (option: string) => void;
  mark: (id: string) => ReactNode;
}

export function OptionGroup({ title, name, options, folded, texts, onToggle, mark }: GroupProps) {
  const list = (
    <ul className="options" aria-label={title ?? name}>
      {options.map(option => (
        <li key={option.id}>
          <label className="option">
            <input type="checkbox" checked={option.chosen} onChange={() => onToggle(option.id)} />
            <span className="option__label">
              {mark(option.id)}
              {option.label}
            </span>
            <OptionCount option={option} texts={texts} />
          </label>
        </li>
      ))}
    </ul>
  );
  if (title === null) return list;
  if (!folded) return <FlatGroup title={title}>{list}</FlatGroup>;
  return (
    <Fold title={title} className="option-group" open={hasChosen(options)}>
      {list}
    </Fold>
  );
}

function FlatGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="option-group">
      <p className="option-group__title">{title}</p>
      {children}
    </div>
  );
}

function OptionCount({ option, texts }: { option: FacetOption; texts: SearchProps['texts'] }) {
  if (option.adds === null)
    return <span className="count">{fill(texts.optionCount, { n: option.count })}</span>;
  return (
    <span className="count">
      <span aria-hidden="true">{fill(texts.optionAdds, { n: option.adds })}</span>
      <span className="visually-hidden">{fill(texts.optionAddsSpoken, { n: option.adds })}</span>
    </span>
  );
}

/** A disclosure that makes its content only when open: a region may have hundreds of 町丁. */
export function Fold({
  title,
  className,
  open: first,
  children,
}: {
  title: string;
  className: string;
  open: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(first);
  return (
    <details className={className} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}

function hasChosen(options: readonly FacetOption[]): boolean {
  return options.some(option => option.chosen);
}

function grouped(options: readonly FacetOption[]): [string, FacetOption[]][] {
  const groups = new Map<string, FacetOption[]>();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return [...groups];
}
