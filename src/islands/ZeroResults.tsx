import type { SearchIndex } from '../search/index.ts';
import { relaxations } from '../search/relax.ts';
import type { SearchState } from '../search/state.ts';
import { optionLabel } from './ActiveFilters.tsx';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props extends Pick<SearchProps, 'texts' | 'contact'> {
  index: SearchIndex;
  state: SearchState;
  onChange: (next: SearchState) => void;
}

/** Which condition to drop, what each would give, and whom to call. */
export function ZeroResults({ index, state, texts, contact, onChange }: Props) {
  const steps = relaxations(index, state);
  return (
    <div className="zero">
      <p className="zero__title">{texts.zero}</p>
      <ul className="zero__steps">
        {steps.map(({ drops, option, state: next, count }) => {
          const label =
            drops === 'text' ? state.text.trim() : option && optionLabel(index, 'capabilities', option);
          return (
            <li key={`${drops} ${option}`}>
              <button type="button" className="button" onClick={() => onChange(next)}>
                {fill(texts.zeroDrops[drops], { label: label ?? '', n: count })}
              </button>
            </li>
          );
        })}
      </ul>
      <p>{contact ? fill(texts.zeroContact, { name: contact.name }) : texts.zeroAsk}</p>
      {contact?.phone && (
        <p>
          <a className="tel-link" href={`tel:${contact.phone.replace(/\D/g, '')}`}>
            <span aria-hidden="true">☎</span>
            <span className="tel">{contact.phone}</span>
            <span className="visually-hidden">{fill(texts.callName, { name: contact.name })}</span>
          </a>
        </p>
      )}
    </div>
  );
}
