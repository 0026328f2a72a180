import { memo, startTransition, useEffect, useState } from 'react';
import type { Moment } from '../calendar/moment.ts';
import type { ContactPurpose } from '../professional/contact-windows.ts';
import type { ContactsPage, OfficePage, WindowLine } from '../professional/views.ts';
import type { ProTexts } from '../text/pro.ts';
import { conditionLabels } from './ActiveFilters.tsx';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ProProps } from './pro-props.ts';
import type { ViewProps } from './pro-view.ts';
import { useHeading, useProView } from './use-view.ts';
import { BackRow, PrintButton } from './ViewHead.tsx';
import { WindowNumber } from './WindowCard.tsx';

interface Props extends Pick<ViewProps, 'texts' | 'parts' | 'search' | 'now'> {
  page: ProProps;
  /** Null: of every purpose. */
  kind: ContactPurpose | null;
  onBack: () => void;
}

const columns = ['purpose', 'department', 'time', 'channel', 'send', 'rule', 'revisedOn'] as const;

/** 窓口一覧: every window that the conditions find, as sheets of paper, and at their end what was revised. */
export function WindowSheet({ page, texts, parts, search, now, kind, onBack }: Props) {
  const words = texts.sheet;
  const all = { state: search, kind, shown: Number.MAX_SAFE_INTEGER, moment: now };
  const guide = useProView(parts.records && parts.engine.contacts, all);
  const laidOut = useGrowing(guide?.offices.length ?? 0);
  const head = useHeading(guide !== null);
  if (!guide || !parts.words) return <p role="status">{texts.loading.rest}</p>;
  const windows = guide.offices.reduce((sum, office) => sum + office.windows.length, 0);
  const conditions = conditionLabels(parts.words, search, page.search.texts);
  return (
    <article className="window-sheet" aria-labelledby="sheet-title">
      <BackRow label={words.back} onBack={onBack}>
        {laidOut === guide.offices.length ? (
          <PrintButton texts={texts} />
        ) : (
          <span role="status">{texts.loading.rest}</span>
        )}
      </BackRow>
      <h2 id="sheet-title" ref={head} tabIndex={-1}>
        {fill(words.title, { name: page.name })}
      </h2>
      <p className="window-sheet__secret">{words.secretLong}</p>
      <p>{datesText(parts, now, texts)}</p>
      <p>
        {fill(words.conditions, {
          text: conditions.length > 0 ? conditions.join('、') : words.noConditions,
        })}
        {kind && ` ${fill(words.kind, { kind: texts.contacts.kinds[kind] })}`}
      </p>
      <p>{fill(words.count, { offices: guide.offices.length, windows })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="sheet-table" aria-label={words.region} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          {guide.offices.slice(0, laidOut).map(office => (
            <Office key={office.place} office={office} texts={texts} />
          ))}
        </table>
      </section>
      <Revisions guide={guide} texts={texts} />
    </article>
  );
}

const Office = memo(({ office, texts }: { office: OfficePage } & Pick<ViewProps, 'texts'>) => (
  <tbody>
    <tr>
      <th scope="rowgroup" colSpan={columns.length}>
        {office.name}
        <span className="sheet-table__where">
          {[office.municipality, office.phone && `☎ ${office.phone.text}`].filter(Boolean).join(' ')}
        </span>
      </th>
    </tr>
    {office.windows.map(line => (
      <tr key={line.n}>
        <td>
          <b>{purposeText(line, texts)}</b>
          {line.service && <small>{line.service}</small>}
        </td>
        <Lines of={[line.rule.department, line.rule.person]} />
        <Lines of={[line.rule.time]} />
        <td>
          {line.rule.channel && <span>{line.rule.channel} </span>}
          <WindowNumber line={line} texts={texts} />
        </td>
        <Lines of={[line.rule.send, line.rule.form && fill(texts.sheet.form, { form: line.rule.form })]} />
        <Lines of={[line.rule.localRule, line.rule.remark]} />
        <Lines of={[line.rule.revisedOn && dateText(line.rule.revisedOn)]} />
      </tr>
    ))}
  </tbody>
));

function purposeText({ kind, rule }: WindowLine, { contacts }: ViewProps['texts']): string {
  return kind === 'other' ? rule.purpose : contacts.kinds[kind];
}

function Lines({ of }: { of: readonly (string | null)[] }) {
  return (
    <td>
      {of.map(
        line =>
          line && (
            <span key={line} className="sheet-table__line">
              {line}
            </span>
          ),
      )}
    </td>
  );
}

/** Of all offices in one list, the newest first: what whoever holds an older sheet has to change in it. */
function Revisions({ guide, texts }: { guide: ContactsPage } & Pick<ViewProps, 'texts'>) {
  const words = texts.sheet;
  const revisions = guide.offices
    .flatMap(({ name, history }) => history.map(revision => ({ name, ...revision })))
    .sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
  if (revisions.length === 0) return <p>{words.noRevisions}</p>;
  return (
    <>
      <h3>{words.revisions}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="sheet-table" aria-label={words.revisions} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {(['on', 'office', 'window', 'text'] as const).map(column => (
                <th key={column} scope="col">
                  {words.revisionColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ on, name, purpose, department, text }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two revisions may read alike, and none moves.
              <tr key={i}>
                <td>{on ? dateText(on) : texts.contacts.undated}</td>
                <td>{name}</td>
                <td>{[purpose, department].filter(Boolean).join(' ')}</td>
                <td>{text ?? words.revisionUnstated}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Of when the information is, and of when the sheet. */
function datesText({ records }: ViewProps['parts'], now: Moment, { sheet: words }: ProTexts): string {
  const printed = fill(words.printed, { date: dateText(now.date) });
  return records?.asOf ? `${fill(words.asOf, { date: dateText(records.asOf) })}・${printed}` : printed;
}

/** What stands at the head of every sheet: what is printed is no longer sealed. */
export function useSheetLine(
  name: string,
  { texts, parts, now }: Pick<ViewProps, 'texts' | 'parts' | 'now'>,
) {
  const line = [fill(texts.band.name, { name }), texts.sheet.secret, datesText(parts, now, texts)].join('　');
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.sheet = line;
    return () => {
      delete dataset.sheet;
    };
  }, [line]);
}

/** Of hundreds of rows a few at a time, so that the page answers while they are laid out. */
function useGrowing(total: number, step = 40): number {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => startTransition(() => setCount(count + step)));
    return () => clearTimeout(timer);
  }, [count, total, step]);
  return Math.min(count, total);
}
