import { addDays, type Moment, weekdayOf } from '../calendar/moment.ts';
import type { SearchWords } from '../search/data.ts';
import type { ItemService, ResultItem } from '../search/item.ts';
import type { OpenLine } from '../search/opening.ts';
import { factLabel } from './ActiveFilters.tsx';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

type Texts = SearchProps['texts'];

/** 「西町へ訪問 ○」, 「電話で確認（地域に条件があります）」. Nothing of places one goes to. */
export function CoverLine({ service, place, texts }: { service: ItemService; place: string; texts: Texts }) {
  const { cover } = service;
  if (!cover || cover.state === 'go') return null;
  const { mark, word } = texts.cover.states[cover.state];
  const what = fill(cover.by === 'visit' ? texts.cover.come : texts.cover.fetch, { place });
  const reason = texts.cover.reasons[cover.why as keyof Texts['cover']['reasons']];
  const remark = cover.hasRemark && cover.why !== 'remark' ? texts.cover.reasons.remark : null;
  const notes = [reason, remark].filter(Boolean).join(texts.listSeparator);
  return (
    <p>
      {what}：<b>{mark}</b> {word}
      {notes && <span className="result__meta">（{notes}）</span>}
    </p>
  );
}

/** 「診療科：泌尿器科」, 「使える保険：医療保険」: of what is asked for, what the list says. */
export function StatedLines({
  service,
  words,
  texts,
}: {
  service: ItemService;
  words: SearchWords | null;
  texts: Texts;
}) {
  const { specialities, stated } = service;
  const labels = specialities.join(texts.listSeparator);
  const lines = words ? stated.map(({ fact, text }) => ({ label: factLabel(words, fact, texts), text })) : [];
  if (labels !== '') lines.unshift({ label: texts.facets.specialities, text: labels });
  return lines.map(({ label, text }) => (
    <p key={label}>
      {label}：<mark>{text}</mark>
    </p>
  ));
}

/** 「いま 時間内（17:30まで）」: what the list states, never a promise. */
export function OpenNow({ line, now, texts }: { line: OpenLine | null; now: Moment | null; texts: Texts }) {
  // 「いま」 is not true of paper. The HTML of the build knows no time, and keeps the room.
  return <p className="result__now no-print">{line && now && openWords(line, now, texts)}</p>;
}

export function openWords(line: OpenLine, now: Moment, texts: Texts): string {
  const { lines } = texts.open;
  if (line.state === 'unknown') return lines.unknown;
  if (line.state === 'open') {
    if (!line.until) return lines.always;
    const day = line.until.date === now.date ? '' : `${dayWords(line.until.date, now, texts)} `;
    return fill(lines.until, { time: `${day}${clock(line.until.minutes)}` });
  }
  if (!line.next) return lines.closed;
  const { date, from, to, sure } = line.next;
  const day = dayWords(date, now, texts);
  return fill(sure ? lines.next : lines.nextUnsure, { day, from: clock(from), to: endText(to, texts) });
}

/** きょう, あす, 木曜日 within a week, else 1月4日（月曜日）. */
function dayWords(date: string, now: Moment, { open }: Texts): string {
  if (date === now.date) return open.today;
  if (date === addDays(now.date, 1)) return open.tomorrow;
  const day = open.days[weekdayOf(date)];
  if (date <= addDays(now.date, 6)) return day;
  return fill(open.date, { month: Number(date.slice(5, 7)), date: Number(date.slice(8)), day });
}

function endText(minutes: number, { open }: Texts): string {
  return minutes > 24 * 60 ? fill(open.nextDay, { time: clock(minutes - 24 * 60) }) : clock(minutes);
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export function Distance({ km, texts }: { km: ResultItem['km']; texts: Texts }) {
  if (km === null) return null;
  return <>{fill(texts.distance, { n: km < 10 ? km.toFixed(1) : String(Math.round(km)) })}・</>;
}
