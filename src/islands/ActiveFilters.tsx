import type { SearchWords } from '../search/data.ts';
import { capabilityOf } from '../search/index.ts';
import { type FacetName, facetNames, type SearchState } from '../search/state.ts';
import { facetsMeant, type SpokenPart, withoutPart } from '../search/understand.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  words: SearchWords;
  state: SearchState;
  /** What the text was understood to say. */
  parts: readonly SpokenPart[];
  texts: SearchProps['texts'];
  onToggle: (facet: FacetName, option: string) => void;
  onText: (text: string) => void;
  onClear: () => void;
}

interface Chip {
  key: string;
  label: string;
  remove: () => void;
}

/** The conditions in force, chosen or typed, each removable. */
export function ActiveFilters({ words, state, parts, texts, onToggle, onText, onClear }: Props) {
  const spoken = parts.filter(({ meanings }) => meanings.length > 0);
  const chips: Chip[] = [
    ...spoken.map(part => ({
      key: `text ${part.typed}`,
      label: partLabel(part, texts),
      remove: () => onText(withoutPart(parts, part)),
    })),
    ...facetNames.flatMap(facet =>
      state[facet].map(option => ({
        key: `${facet} ${option}`,
        label: optionLabel(words, facet, option),
        remove: () => onToggle(facet, option),
      })),
    ),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={texts.chosen}>
      {chips.map(({ key, label, remove }) => (
        <li key={key}>
          <button type="button" className="chip" onClick={remove}>
            <span aria-hidden="true">{label} ×</span>
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

/** 「種類：訪問看護」: which kind of condition a typed word became. A word that the label holds stands for itself. */
function partLabel(part: SpokenPart, texts: SearchProps['texts']): string {
  const kinds = facetsMeant(part).map(facet => texts.facets[facet]);
  const labels = [...new Set(part.meanings.map(({ label }) => label))];
  const first = labels.slice(0, 2).join(texts.listSeparator);
  const named = labels.length > 2 ? fill(texts.takenMore, { label: first }) : first;
  const isSaid = labels.some(label => label.includes(part.typed));
  return fill(texts.understood, { kind: kinds.join('・'), label: isSaid ? part.typed : named });
}

export function optionLabel(words: SearchWords, facet: FacetName, option: string): string {
  if (facet === 'types') return words.types.find(({ id }) => id === option)?.label ?? option;
  if (facet === 'areas') return words.areas.find(({ id }) => id === option)?.name ?? option;
  if (facet !== 'capabilities') return option;
  const capability = words.capabilities.find(({ id }) => id === capabilityOf(option));
  return (capability?.id === option ? capability.label : capability?.acceptsLabel) ?? option;
}
