import type { SearchWords } from '../search/data.ts';
import { capabilityOf } from '../search/index.ts';
import { facetsMeant, type SpokenPart, withoutPart } from '../search/spoken.ts';
import {
  type FacetName,
  type Fact,
  facetNames,
  levelOf,
  type SearchState,
  tidy,
  toggleFact,
} from '../search/state.ts';
import { fill } from './fill.ts';
import { openChip } from './OpenField.tsx';
import { placeChip } from './PlaceField.tsx';
import type { SearchProps } from './search-props.ts';

interface Props {
  words: SearchWords;
  state: SearchState;
  /** What the text was understood to say. */
  parts: readonly SpokenPart[];
  texts: SearchProps['texts'];
  onToggle: (facet: FacetName, option: string) => void;
  onText: (text: string) => void;
  onChange: (next: SearchState) => void;
  onClear: () => void;
}

interface Chip {
  key: string;
  label: string;
  remove: () => void;
}

/** The conditions in force, chosen or typed, each removable. */
export function ActiveFilters(props: Props) {
  const { texts, onClear } = props;
  const chips = chipsOf(props);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={texts.chosen}>
      {chips.map(({ key, label, remove }) => (
        <li key={key}>
          <button type="button" className="chip" onClick={remove}>
            <span aria-hidden="true">
              {label}
              <span className="no-print"> ×</span>
            </span>
            <span className="visually-hidden">{fill(texts.remove, { label })}</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="text-button" onClick={onClear}>
            {texts.clearAll}
          </button>
        </li>
      )}
    </ul>
  );
}

function chipsOf(props: Props): Chip[] {
  const { words, state, parts, texts, onToggle, onText } = props;
  const spoken = parts.filter(({ meanings }) => meanings.length > 0);
  return [
    ...spoken.map(part => ({
      key: `text ${part.typed}`,
      label:
        partLabel(part, texts) +
        (part.meanings.map(({ option }) => levelNote(state, option, texts)).find(Boolean) ?? ''),
      remove: () => onText(withoutPart(parts, part)),
    })),
    ...facetNames.flatMap(facet =>
      state[facet].map(option => ({
        key: `${facet} ${option}`,
        label: optionLabel(words, facet, option) + levelNote(state, option, texts),
        remove: () => onToggle(facet, option),
      })),
    ),
    ...otherChips(props),
  ];
}

/** The conditions in words, what was typed as it was. */
export function conditionLabels(
  words: SearchWords,
  state: SearchState,
  texts: SearchProps['texts'],
): string[] {
  const none = () => {};
  const chips = chipsOf({
    ...{ words, state, texts, parts: [] },
    ...{ onToggle: none, onText: none, onChange: none, onClear: none },
  });
  const typed = state.text.trim();
  return [...(typed === '' ? [] : [`「${typed}」`]), ...chips.map(({ label }) => label)];
}

/** Conditions of which there is one each, and what offices state as words. */
function otherChips({ words, state, texts, onChange }: Props): Chip[] {
  const { place, reach, within, open, months } = state;
  const chip = (key: string, label: string, next: SearchState): Chip => ({
    key,
    label,
    remove: () => onChange(tidy(next)),
  });
  const presets = [
    { key: 'need', list: words.needs },
    { key: 'scene', list: words.scenes },
  ] as const;
  return [
    ...(place ? [chip('place', placeChip(words, place, reach, texts), { ...state, place: null })] : []),
    ...(within === null
      ? []
      : [chip('within', fill(texts.place.km, { n: within }), { ...state, within: null })]),
    ...(open ? [chip('open', openChip(open, texts), { ...state, open: null })] : []),
    ...presets.flatMap(({ key, list }) => {
      const label = list.find(({ id }) => id === state[key])?.label;
      return label === undefined ? [] : [chip(key, label, { ...state, [key]: null })];
    }),
    ...(months === null
      ? []
      : [chip('months', fill(texts.months.chip, { n: months }), { ...state, months: null })]),
    ...(Object.entries(state.facts) as [Fact, readonly string[]][]).flatMap(([fact, chosen]) =>
      chosen.map(value => ({
        key: `${fact} ${value}`,
        label: `${factLabel(words, fact, texts)}：${texts.acceptance[value as 'yes'] ?? value}`,
        remove: () => onChange(toggleFact(state, fact, value)),
      })),
    ),
  ];
}

/** 使える保険; the region's own column by its label. */
export function factLabel(words: SearchWords, fact: Fact, texts: SearchProps['texts']): string {
  const own = words.fields.find(({ key }) => fact === `custom.${key}`);
  return own?.label ?? texts.factNames[fact as keyof typeof texts.factNames];
}

/** 「種類：訪問看護」: which kind of condition a typed word became. A word that the label holds stands for itself. */
function partLabel(part: SpokenPart, texts: SearchProps['texts']): string {
  const kinds = facetsMeant(part).map(facet => texts.facets[facet]);
  const labels = [...new Set(part.meanings.map(({ label }) => label))];
  const first = labels.slice(0, 2).join(texts.listSeparator);
  const named = labels.length > 2 ? fill(texts.takenMore, { label: first }) : first;
  const isSaid = labels.some(label => label.includes(part.typed));
  return fill(texts.understood, { kind: kinds.join('・'), label: isSaid ? part.typed : named });
}

/** How strict, where it is not the usual. */
function levelNote(state: SearchState, option: string, texts: SearchProps['texts']): string {
  return texts.levels.chips[levelOf(state, option)];
}

export function optionLabel(words: SearchWords, facet: FacetName, option: string): string {
  if (facet === 'types') return words.types.find(({ id }) => id === option)?.label ?? option;
  if (facet === 'areas') return words.areas.find(({ id }) => id === option)?.name ?? option;
  if (facet !== 'capabilities') return option;
  const capability = words.capabilities.find(({ id }) => id === capabilityOf(option));
  return (capability?.id === option ? capability.label : capability?.acceptsLabel) ?? option;
}
