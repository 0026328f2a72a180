import { useEffect, useState } from 'react';
import type { FaxSheet } from '../professional/fax-sheet.ts';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ViewProps } from './pro-view.ts';
import { useHeading } from './use-view.ts';
import { BackRow, PrintButton } from './ViewHead.tsx';

interface Props extends Pick<ViewProps, 'texts' | 'parts'> {
  place: number;
  n: number;
  onBack: () => void;
}

/** FAX送付状 for one window. Nothing can be typed into it: what is blank is written by hand, on paper. */
export function FaxView({ texts, parts, place, n, onBack }: Props) {
  const words = texts.fax;
  const [sheet, setSheet] = useState<FaxSheet | null>(null);
  const head = useHeading(sheet !== null);
  useEffect(() => {
    parts.engine.fax({ place, n }).then(setSheet, console.error);
  }, [parts.engine, place, n]);
  if (!sheet) return <p role="status">{texts.loading.rest}</p>;
  return (
    <section className="fax" aria-labelledby="fax-title">
      <BackRow label={words.back} onBack={onBack}>
        <PrintButton texts={texts} />
      </BackRow>
      <p className="note no-print">{words.hint}</p>
      <div className="fax__sheet">
        <h2 id="fax-title" ref={head} tabIndex={-1}>
          {words.title}
        </h2>
        <To texts={texts} sheet={sheet} />
        <dl className="fax__blanks">
          {(Object.keys(words.blanks) as (keyof typeof words.blanks)[]).map(name => (
            <div key={name}>
              <dt>{words.blanks[name]}</dt>
              <dd className="fax__blank" />
            </div>
          ))}
        </dl>
        <dl className="fax__facts">
          <Fact label={words.purpose} lines={[sheet.purpose]} />
          <Fact label={words.send} lines={sheet.send.map(each => `□ ${each}`)} />
          <Fact label={words.form} lines={sheet.form ? [sheet.form] : []} />
          <Fact label={words.rules} lines={sheet.rules} />
        </dl>
        <p className="fax__message">{words.message}</p>
        <div className="fax__room" />
        <p className="fax__foot">
          {words.wrong}
          {sheet.revisedOn && ` ${fill(words.made, { date: dateText(sheet.revisedOn) })}`}
        </p>
      </div>
    </section>
  );
}

function To({ texts, sheet: { to } }: Pick<Props, 'texts'> & { sheet: FaxSheet }) {
  const words = texts.fax;
  return (
    <dl className="fax__to">
      <div>
        <dt>{words.to}</dt>
        <dd>
          <b>{[to.office, to.department].filter(Boolean).join(' ')}</b> {to.person ? '' : words.honorific}
          {to.person && <b> {fill(words.person, { name: to.person })}</b>}
        </dd>
      </div>
      <div>
        <dt>{words.number}</dt>
        <dd>
          {to.fax ? <b className="tel">{to.fax}</b> : <span className="fax__blank" />}{' '}
          {to.faxOf === 'office' && words.numberOfOffice}
          {to.faxOf === null && words.numberUnknown}
        </dd>
      </div>
    </dl>
  );
}

function Fact({ label, lines }: { label: string; lines: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      {lines.length === 0 && <dd className="fax__blank" />}
      {lines.map(line => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}
