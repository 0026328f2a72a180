import { type FormEvent, useId, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
import type { Facets } from '../search/facets.ts';
import { type Place, type Reach, type SearchState, tidy, withPlace, withReach } from '../search/state.ts';
import type { TypedPlace } from '../search/typed-place.ts';
import { fill } from './fill.ts';
import { OneOf } from './OneOf.tsx';
import type { SearchProps } from './search-props.ts';

interface Props {
  words: SearchWords;
  state: SearchState;
  within: Facets['within'];
  texts: SearchProps['texts'];
  /** What a typed address may mean; nothing is sent anywhere. */
  places: (text: string) => Promise<TypedPlace[]>;
  /** Begins the choosing of a point on the map. */
  onMap: () => void;
  onChange: (next: SearchState) => void;
}

/** 来てもらう先: an address, a 町丁 or a postal code of the region, a point on the map, or where the device is. */
export function PlaceField(props: Props) {
  return props.state.place ? <ChosenPlace {...props} place={props.state.place} /> : <PlaceForm {...props} />;
}

function ChosenPlace({ words, state, place, within, texts, onMap, onChange }: Props & { place: Place }) {
  const text = texts.place;
  const reaches = (['come', 'go'] as const).map(reach => ({ value: reach, label: text.reaches[reach] }));
  const distances = within.map(({ km, count }) => ({
    value: String(km),
    label: fill(text.km, { n: km }),
    count,
  }));
  return (
    <div className="place">
      <p>
        <strong>{placeLabel(words, place, texts)}</strong>{' '}
        <button type="button" className="text-button" onClick={() => onChange(withPlace(state, null))}>
          {text.drop}
        </button>
      </p>
      {place.kind === 'point' && (
        <button type="button" className="text-button" onClick={onMap}>
          {text.again}
        </button>
      )}
      <OneOf
        name={text.reach}
        options={reaches}
        chosen={state.reach}
        texts={texts}
        onChoose={value => onChange(withReach(state, value === 'go' ? 'go' : 'come'))}
      />
      {distances.length > 0 && (
        <>
          <p className="option-group__title">{text.within}</p>
          <OneOf
            name={text.within}
            none={text.anyDistance}
            options={distances}
            chosen={state.within === null ? null : String(state.within)}
            texts={texts}
            onChoose={value => onChange(tidy({ ...state, within: value === null ? null : Number(value) }))}
          />
        </>
      )}
    </div>
  );
}

type Message = 'none' | 'deviceFailed' | 'whichOne' | null;

function PlaceForm({ state, texts, places, onMap, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [choices, setChoices] = useState<readonly TypedPlace[]>([]);
  const [message, setMessage] = useState<Message>(null);
  const text = texts.place;
  const choose = (place: Place) => onChange(withPlace(state, place));
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
      ({ coords }) => choose({ kind: 'device', lat: coords.latitude, lng: coords.longitude }),
      () => setMessage('deviceFailed'),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  const canLocate = typeof navigator !== 'undefined' && 'geolocation' in navigator && isSecureContext;
  return (
    <form className="place" onSubmit={submit}>
      <label htmlFor={id}>{text.label}</label>
      <div className="place__row">
        <input
          id={id}
          type="text"
          autoComplete="off"
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
      <div className="place__ways">
        <button type="button" className="text-button" onClick={onMap}>
          {text.onMap}
        </button>
        {canLocate && (
          <button type="button" className="text-button" onClick={locate}>
            {text.locate}
          </button>
        )}
      </div>
    </form>
  );
}

/** 「西町」, 「地図でえらんだ場所」. */
export function placeLabel(words: SearchWords, place: Place, texts: SearchProps['texts']): string {
  if (place.kind === 'area') return words.places.find(({ id }) => id === place.id)?.name ?? place.id;
  return place.kind === 'town' ? place.name : texts.place[place.kind];
}

/** 「来てもらう先：西町」, 「西町から行くところ」. */
export function placeChip(
  words: SearchWords,
  place: Place,
  reach: Reach,
  texts: SearchProps['texts'],
): string {
  return fill(texts.place.chips[reach], { label: placeLabel(words, place, texts) });
}
