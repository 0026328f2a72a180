import type { VacancyView as Line } from '../professional/vacancies.ts';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ViewProps } from './pro-view.ts';
import { useProView, useShown } from './use-view.ts';
import { Call, More, PrintButton, RecordButton, ViewHead } from './ViewHead.tsx';

const pageSize = 50;

/** 空き with its age: after two weeks it says only that one may ask. */
export function VacancyView({ texts, parts, search, now, demo, onRecord }: ViewProps) {
  const words = texts.vacancy;
  const shown = useShown(pageSize, JSON.stringify(search));
  const asked = { state: search, today: now.date, shown: shown.count };
  const page = useProView(parts.records && parts.engine.vacancy, asked);
  const left = page ? page.count - page.rows.length : 0;
  return (
    <section className="view vacancy" aria-labelledby="pro-view">
      <ViewHead title={words.title} said={page ? fill(words.count, { n: page.count }) : texts.loading.rest}>
        <PrintButton texts={texts} long={{ shown, left }} />
      </ViewHead>
      <p className="note">{words.hint}</p>
      {demo && <p className="note no-print">{words.demo}</p>}
      <ul className="reach__list">
        {page?.rows.map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record may have two services of a kind.
          <li key={`${row.place} ${n}`} className="vacancy__row">
            <p className="reach__who">
              <RecordButton place={row.place} name={row.name} onRecord={onRecord} />
              <span>{row.service}</span>
            </p>
            <VacancyLines texts={texts} lines={row.lines} survey={row.survey} />
            <p className="reach__way">
              {row.phone && <Call texts={texts} phone={row.phone.text} name={row.name} />}
            </p>
          </li>
        ))}
      </ul>
      <More texts={texts} left={left} onMore={shown.more} />
    </section>
  );
}

interface LinesProps extends Pick<ViewProps, 'texts'> {
  lines: readonly Line[];
  survey: Line | null;
}

export function VacancyLines({ texts, lines, survey }: LinesProps) {
  return (
    <ul className="vacancy__lines">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read alike, and none moves.
        <VacancyLine key={i} texts={texts} line={line} />
      ))}
      {survey && <VacancyLine texts={texts} line={survey} from={texts.vacancy.survey} />}
    </ul>
  );
}

function VacancyLine({ texts, line, from }: Pick<ViewProps, 'texts'> & { line: Line; from?: string }) {
  const words = texts.vacancy;
  const said = line.state === 'none' ? words.none : fill(words[line.state], { text: line.text });
  const head = [from, line.when].filter(Boolean).join(' ');
  return (
    <li data-state={line.isOld ? 'old' : line.state}>
      {head && <span className="vacancy__when">{head}</span>}
      {line.isOld ? (
        <>
          <b>{words.old}</b>
          <span className="vacancy__age">
            {line.asOf
              ? fill(words.oldWas, { date: dateText(line.asOf), text: said })
              : fill(words.undated, { text: said })}
          </span>
        </>
      ) : (
        <>
          <b>{said}</b>
          <span className="vacancy__age">
            （
            {fill(line.ageInDays === 0 ? words.ageToday : words.age, {
              date: dateText(line.asOf ?? ''),
              n: line.ageInDays ?? 0,
            })}
            ）
          </span>
        </>
      )}
      {line.remark && <span>{line.remark}</span>}
    </li>
  );
}
