import { useId } from 'react';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  name: string;
  options: readonly { value: string; label: string; count?: number }[];
  /** Label of choosing none, where that is possible. */
  none?: string;
  chosen: string | null;
  texts: SearchProps['texts'];
  onChoose: (value: string | null) => void;
}

/** One of several, each with how many it would list. */
export function OneOf({ name, options, none, chosen, texts, onChoose }: Props) {
  const group = useId();
  const all = [...(none === undefined ? [] : [{ value: null, label: none, count: undefined }]), ...options];
  return (
    <ul className="options" aria-label={name}>
      {all.map(({ value, label, count }) => (
        <li key={value ?? ''}>
          <label className="option">
            <input type="radio" name={group} checked={chosen === value} onChange={() => onChoose(value)} />
            <span className="option__label">{label}</span>
            {count !== undefined && <span className="count">{fill(texts.optionCount, { n: count })}</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}
