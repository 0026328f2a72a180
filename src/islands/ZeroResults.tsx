import type { Answer } from '../search/answer.ts';
import type { SearchWords } from '../search/data.ts';
import type { Relaxation } from '../search/relax.ts';
import type { Fact, SearchState } from '../search/state.ts';
import { factLabel, optionLabel } from './ActiveFilters.tsx';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props extends Pick<SearchProps, 'texts' | 'contact' | 'urgent'> {
  words: SearchWords;
  answer: Answer;
  /** That it may be an emergency is said already. */
  isUrgent: boolean;
  onChange: (next: SearchState) => void;
}

/** Which condition to drop, what each would give, and whom to call. That the data does not hold it is said above. */
export function ZeroResults({ words, answer, texts, contact, urgent, isUrgent, onChange }: Props) {
  const { state, unlisted, relaxations: steps } = answer;
  return (
    <div className="zero">
      {unlisted.length === 0 && <p className="zero__title">{texts.zero}</p>}
      {steps.length > 0 && (
        <ul className="zero__steps">
          {steps.map(step => (
            <li key={`${step.drops} ${step.option}`}>
              <button type="button" className="button" onClick={() => onChange(step.state)}>
                {fill(texts.zeroDrops[step.drops], {
                  label: stepLabel(words, state, step, texts),
                  n: step.count,
                })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {state.text.trim() !== '' && !isUrgent && <Urgent urgent={urgent} texts={texts} />}
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

/** Who types a fever into the box may need help now. */
function Urgent({ urgent, texts }: Pick<SearchProps, 'texts' | 'urgent'>) {
  return (
    <p className="zero__urgent">
      {texts.urgent.lead}{' '}
      <a className="tel-link" href="tel:119">
        <span aria-hidden="true">☎</span>
        {texts.urgent.call}
      </a>
      {urgent && (
        <>
          {texts.urgent.or}
          <a href={urgent.url}>{urgent.label}</a>
        </>
      )}
    </p>
  );
}

function stepLabel(
  words: SearchWords,
  state: SearchState,
  { drops, option }: Relaxation,
  texts: SearchProps['texts'],
): string {
  if (drops === 'text') return state.text.trim();
  if (option === null) return '';
  if (drops === 'word') return option;
  if (drops === 'widerPlace') return words.places.find(({ id }) => id === option)?.name ?? option;
  if (drops === 'fact') return factLabel(words, option as Fact, texts);
  return optionLabel(words, drops === 'wider' ? 'areas' : 'capabilities', option);
}
