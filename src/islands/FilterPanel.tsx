import { memo, type ReactNode, useMemo, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
import type { FacetOption, Facets } from '../search/facets.ts';
import {
  type AnswerLevel,
  answerLevels,
  type FacetName,
  facetNames,
  levelOf,
  type SearchState,
} from '../search/state.ts';
import { fill } from './fill.ts';
import { InTurn } from './InTurn.tsx';
import type { SearchProps } from './search-props.ts';
import { TypeMark } from './TypeMark.tsx';
import { type Group, useGroupsInTurn } from './use-groups-in-turn.ts';
import { useSteady } from './use-steady.ts';

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
  // With hundreds of 町丁 among them: once for an answer, not at every tap.
  const offered = useMemo(() => facetNames.map(facet => ({ facet, ...offeredOf(facets[facet]) })), [facets]);
  const folds = offered.map(({ facet, groups, size }) => {
    const chosen = state[facet];
    const isTyped = facet === 'capabilities' && facets.typedCapabilities.length > 0;
    if (size === 0 && !isTyped) return null;
    return (
      <Fold
        // Opens once something that stands in it was typed.
        key={`${facet} ${isTyped}`}
        title={texts.facets[facet]}
        className="facet"
        open={facet === 'types' || isTyped || chosen.length > 0}
      >
        <p className="facet__hint">{texts.facetHints[facet]}</p>
        {facet === 'capabilities' && <Levels facets={facets} state={state} texts={texts} onLevel={onLevel} />}
        <OptionGroups
          groups={groups}
          titleOf={group => (groups.length > 1 || facet === 'capabilities' ? groupLabel(facet, group) : null)}
          name={texts.facets[facet]}
          chosen={chosen}
          folded={facet !== 'types' && size > longList}
          onToggle={option => onToggle(facet, option)}
          texts={texts}
          markerOf={id =>
            facet === 'types' ? (words.types.find(type => type.id === id)?.marker ?? null) : null
          }
        />
      </Fold>
    );
  });
  return <InTurn>{folds}</InTurn>;
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
  chosen: readonly string[];
  folded: boolean;
  texts: SearchProps['texts'];
  onToggle: (option: string) => void;
  markerOf: (id: string) => Marker | null;
}

interface GroupsProps extends Omit<GroupProps, 'title' | 'options'> {
  groups: readonly Group<FacetOption>[];
  titleOf: (group: string) => string | null;
}

function OptionGroups({ groups, titleOf, ...rest }: GroupsProps) {
  return useGroupsInTurn(groups).map(([group, options]) => (
    <OptionGroup key={group} title={titleOf(group)} options={options} {...rest} />
  ));
}

export function OptionGroup({ title, folded, ...rest }: GroupProps) {
  const list = <Options title={title} {...rest} />;
  if (title === null) return list;
  if (!folded) return <FlatGroup title={title}>{list}</FlatGroup>;
  return (
    <Fold
      title={title}
      className="option-group"
      open={rest.options.some(({ id }) => rest.chosen.includes(id))}
    >
      {list}
    </Fold>
  );
}

type OptionsProps = Omit<GroupProps, 'folded'>;

function Options({ title, name, options, chosen, texts, onToggle, markerOf }: OptionsProps) {
  const toggle = useSteady(onToggle);
  return (
    <ul className="options" aria-label={title ?? name}>
      {options.map(({ id, label, count, adds }) => (
        <Option
          key={id}
          {...{ id, label, count, adds, texts }}
          chosen={chosen.includes(id)}
          marker={markerOf(id)}
          onToggle={toggle}
        />
      ))}
    </ul>
  );
}

type Marker = SearchWords['types'][number]['marker'];

interface OptionProps extends Pick<FacetOption, 'id' | 'label' | 'count' | 'adds'> {
  chosen: boolean;
  marker: Marker | null;
  texts: SearchProps['texts'];
  onToggle: (option: string) => void;
}

/** Drawn again only when it changes: a tap on one of them is answered at once, and there are hundreds. */
const Option = memo(function Option({
  id,
  label,
  count,
  adds,
  chosen,
  marker,
  texts,
  onToggle,
}: OptionProps) {
  return (
    <li>
      <label className="option">
        <input type="checkbox" checked={chosen} onChange={() => onToggle(id)} />
        <span className="option__label">
          {marker && <TypeMark marker={marker} />}
          {label}
        </span>
        <OptionCount count={count} adds={adds} texts={texts} />
      </label>
    </li>
  );
});

function FlatGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="option-group">
      <p className="option-group__title">{title}</p>
      {children}
    </div>
  );
}

function OptionCount({ count, adds, texts }: Pick<OptionProps, 'count' | 'adds' | 'texts'>) {
  if (adds === null) return <span className="count">{fill(texts.optionCount, { n: count })}</span>;
  return (
    <span className="count">
      <span aria-hidden="true">{fill(texts.optionAdds, { n: adds })}</span>
      <span className="visually-hidden">{fill(texts.optionAddsSpoken, { n: adds })}</span>
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

/** What would give something, by the headings it stands under. */
function offeredOf(options: readonly FacetOption[]): { groups: [string, FacetOption[]][]; size: number } {
  const isRelevant = (option: FacetOption): boolean => !('relevant' in option) || option.relevant === true;
  const offered = options.filter(option => option.chosen || (option.count > 0 && isRelevant(option)));
  const groups = new Map<string, FacetOption[]>();
  for (const option of offered) {
    const group = groups.get(option.group) ?? [];
    groups.set(option.group, group);
    group.push(option);
  }
  return { groups: [...groups], size: offered.length };
}
