import { useId } from 'react';
import { weekdays } from '../model/facility.ts';
import type { SearchWords } from '../search/data.ts';
import type { Facets } from '../search/facets.ts';
import { clocks, isWeekday, type OpenAsked, type SearchState, tidy } from '../search/state.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  words: SearchWords;
  state: SearchState;
  openNow: Facets['openNow'];
  /** The year in Japan; null where nobody said. */
  year: number | null;
  texts: SearchProps['texts'];
  onChange: (next: SearchState) => void;
}

const noon = 12 * 60;

/** Open now, or at a time of some day of the week; 外来 and 訪問 have hours of their own. */
export function OpenField({ words, state, openNow, year, texts, onChange }: Props) {
  const id = useId();
  const text = texts.open;
  const { open } = state;
  const clock = open?.clock ?? 'outpatient';
  const set = (next: OpenAsked | null) => onChange(tidy({ ...state, open: next }));
  const choose = (value: string) => {
    if (value === '') return set(null);
    set({ clock, when: isWeekday(value) ? { day: value, minutes: minutesOf(open) } : 'now' });
  };
  const chosen = open === null ? '' : open.when === 'now' ? 'now' : open.when.day;
  const count = openNow[clock];
  const isPastCalendar = year !== null && year > words.holidays.to;
  return (
    <div className="open-field">
      <label htmlFor={`${id}-when`}>{text.when}</label>
      <select id={`${id}-when`} value={chosen} onChange={event => choose(event.currentTarget.value)}>
        <option value="">{text.any}</option>
        <option value="now">{count === null ? text.now : fill(text.nowCount, { n: count })}</option>
        {weekdays.map(day => (
          <option key={day} value={day}>
            {text.days[day]}
          </option>
        ))}
      </select>
      {open && open.when !== 'now' && (
        <TimeInput id={`${id}-time`} open={open} texts={texts} onChange={set} />
      )}
      {open && (
        <>
          <label htmlFor={`${id}-clock`}>{text.clock}</label>
          <select
            id={`${id}-clock`}
            value={clock}
            onChange={event => {
              const chosenClock = clocks.find(each => each === event.currentTarget.value);
              if (chosenClock) set({ ...open, clock: chosenClock });
            }}
          >
            {clocks.map(each => (
              <option key={each} value={each}>
                {text.clocks[each]}
              </option>
            ))}
          </select>
        </>
      )}
      <p className="facet__hint">{isPastCalendar ? text.noHolidays : text.hint}</p>
    </div>
  );
}

interface TimeProps {
  id: string;
  open: OpenAsked;
  texts: SearchProps['texts'];
  onChange: (next: OpenAsked) => void;
}

function TimeInput({ id, open, texts, onChange }: TimeProps) {
  return (
    <>
      <label htmlFor={id}>{texts.open.time}</label>
      <input
        id={id}
        type="time"
        value={clockText(minutesOf(open))}
        onChange={event => {
          const [hours, minutes] = event.currentTarget.value.split(':').map(Number);
          if (open.when === 'now' || hours === undefined || minutes === undefined) return;
          onChange({ ...open, when: { ...open.when, minutes: hours * 60 + minutes } });
        }}
      />
    </>
  );
}

function minutesOf(open: OpenAsked | null): number {
  return open && open.when !== 'now' ? open.when.minutes : noon;
}

/** 810 → 13:30. */
function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 「いま開いている」, 「木曜日 13:30に開いている」. */
export function openChip({ when }: OpenAsked, texts: SearchProps['texts']): string {
  if (when === 'now') return texts.open.nowChip;
  return fill(texts.open.chip, { day: texts.open.days[when.day], time: clockText(when.minutes) });
}
