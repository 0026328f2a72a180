import type { WindowLine } from '../professional/views.ts';
import { fill } from './fill.ts';
import type { ViewProps } from './pro-view.ts';
import { clockText, reachText, weekdayText } from './reach-words.ts';
import { useProView, useShown } from './use-view.ts';
import { More, PrintButton, RecordButton, ViewHead } from './ViewHead.tsx';
import { WindowNumber } from './WindowCard.tsx';

const pageSize = 50;
const states = ['now', 'later', 'unknown'] as const;

/** ケアマネタイム: whom one may call now, whom next, and of whom nobody can say. */
export function ReachView({ texts, parts, search, now, onRecord }: ViewProps) {
  const words = texts.now;
  const shown = useShown(pageSize, JSON.stringify(search));
  const asked = { state: search, moment: now, shown: shown.count };
  const page = useProView(parts.records && parts.engine.reach, asked);
  const left = page ? Math.max(...states.map(state => page.counts[state] - page[state].length)) : 0;
  const clock = fill(words.clock, { day: weekdayText(now.date, texts), time: clockText(now.minutes) });
  return (
    <section className="view reach" aria-labelledby="pro-view">
      <ViewHead title={words.title} said={page ? clock : texts.loading.rest}>
        <PrintButton texts={texts} long={{ shown, left }} />
      </ViewHead>
      <p className="note">{words.hint}</p>
      {page &&
        states.map(state => (
          <section key={state} className="reach__part" data-state={state} aria-labelledby={`reach-${state}`}>
            <h3 id={`reach-${state}`}>
              {words[state]} <span className="count">{page.counts[state]}</span>
            </h3>
            {page[state].length === 0 && <p className="note">{texts.none}</p>}
            <ul className="reach__list">
              {page[state].map(line => (
                <ReachRow key={`${line.place} ${line.n}`} {...{ line, texts, now, onRecord }} />
              ))}
            </ul>
            <More texts={texts} left={page.counts[state] - page[state].length} onMore={shown.more} />
          </section>
        ))}
    </section>
  );
}

function ReachRow({
  line,
  texts,
  now,
  onRecord,
}: Pick<ViewProps, 'texts' | 'now' | 'onRecord'> & { line: WindowLine }) {
  const { rule, kind, reach } = line;
  const purpose = kind === 'other' ? rule.purpose : texts.contacts.kinds[kind];
  return (
    <li className="reach__row">
      <p className="reach__when">{reachText(reach, now, texts)}</p>
      <p className="reach__who">
        <RecordButton place={line.place} name={line.name} onRecord={onRecord} />
        <span>{[purpose, rule.department, rule.person].filter(Boolean).join('・')}</span>
        {rule.time && <span className="reach__typed">{fill(texts.now.written, { text: rule.time })}</span>}
      </p>
      <p className="reach__way">
        {rule.channel && <span>{rule.channel} </span>}
        <WindowNumber line={line} texts={texts} />
      </p>
    </li>
  );
}
