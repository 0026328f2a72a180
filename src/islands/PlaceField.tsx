import { type FormEvent, useId, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
import { type Place, type SearchState, tidy, withPlace } from '../search/state.ts';
import type { TypedPlace } from '../search/typed-place.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  words: SearchWords;
  state: SearchState;
  texts: SearchProps['texts'];
  /** What a typed address may mean; nothing is sent anywhere. */
  places: (text: string) => Promise<TypedPlace[]>;
  /** Before a position: which area it lies in is told by the outlines. */
  loadOutlines: () => Promise<void>;
  onChange: (next: SearchState) => void;
}

type Message = 'none' | 'deviceFailed' | 'whichOne' | null;

/** 来てもらう先: an address, a 町丁 or a postal code of the region, or where the device is. */
export function PlaceField({ words, state, texts, places, loadOutlines, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [choices, setChoices] = useState<readonly TypedPlace[]>([]);
  const [message, setMessage] = useState<Message>(null);
  const text = texts.place;

  const choose = (place: Place) => {
    setChoices([]);
    setMessage(null);
    setTyped('');
    onChange(withPlace(state, place));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = await places(typed);
    const [only] = found;
    if (only && found.length === 1) return choose(only.place);
    setChoices(found);
    setMessage(found.length === 0 ? 'none' : 'whichOne');
  };
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        await loadOutlines().catch(console.error);
        choose({ kind: 'device', lat: coords.latitude, lng: coords.longitude });
      },
      () => setMessage('deviceFailed'),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  const canLocate = typeof navigator !== 'undefined' && 'geolocation' in navigator && isSecureContext;

  if (state.place)
    return (
      <div className="place">
        <p>
          <strong>{placeLabel(words, state.place, texts)}</strong>{' '}
          <button type="button" className="text-button" onClick={() => onChange(withPlace(state, null))}>
            {text.drop}
          </button>
        </p>
        <ul className="options" aria-label={text.reach}>
          {(['come', 'go'] as const).map(reach => (
            <li key={reach}>
              <label className="option">
                <input
                  type="radio"
                  name={`${id}-reach`}
                  checked={state.reach === reach}
                  onChange={() =>
                    onChange(tidy({ ...state, reach, sort: reach === 'go' ? 'distance' : 'kana' }))
                  }
                />
                <span className="option__label">{text.reaches[reach]}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <form className="place" onSubmit={submit}>
      <label htmlFor={id}>{text.label}</label>
      <div className="place__row">
        <input
          id={id}
          type="text"
          value={typed}
          aria-describedby={`${id}-hint`}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="button" disabled={typed.trim() === ''}>
          {text.set}
        </button>
      </div>
      <p id={`${id}-hint`} className="facet__hint">
        {text.hint}
      </p>
      {canLocate && (
        <button type="button" className="text-button" onClick={locate}>
          {text.locate}
        </button>
      )}
      <p role="status">{message && text.messages[message]}</p>
      {choices.length > 0 && (
        <ul className="place__choices">
          {choices.map(({ place, label }) => (
            <li key={label}>
              <button type="button" className="button" onClick={() => choose(place)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

/** 「西町」, 「地図でえらんだ場所」. */
export function placeLabel(words: SearchWords, place: Place, texts: SearchProps['texts']): string {
  if (place.kind === 'area') return words.places.find(({ id }) => id === place.id)?.name ?? place.id;
  return place.kind === 'town' ? place.name : texts.place[place.kind];
}

/** 「来てもらう先：西町」. */
export function placeChip(words: SearchWords, place: Place, texts: SearchProps['texts']): string {
  return fill(texts.place.chip, { label: placeLabel(words, place, texts) });
}
