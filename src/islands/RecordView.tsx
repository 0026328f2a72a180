import { useEffect, useState } from 'react';
import type { Phone } from '../model/facility.ts';
import type { RecordPage } from '../professional/views.ts';
import { History } from './ContactsView.tsx';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ViewProps } from './pro-view.ts';
import { RecordService } from './RecordService.tsx';
import { useHeading } from './use-view.ts';
import { VacancyLines } from './VacancyView.tsx';
import { BackRow, Call, PrintButton } from './ViewHead.tsx';
import { WindowCard } from './WindowCard.tsx';

interface Props extends Pick<ViewProps, 'texts' | 'parts' | 'now' | 'onFax'> {
  place: number;
  onBack: () => void;
}

/** All that is known of one record, and where it came from. */
export function RecordView({ texts, parts, now, place, onFax, onBack }: Props) {
  const words = texts.record;
  const [page, setPage] = useState<RecordPage | null>(null);
  const head = useHeading(page !== null);
  const { engine, records } = parts;
  const isKnown = records !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the minute changes what can be reached.
  useEffect(() => {
    if (isKnown) engine.record({ place, moment: now }).then(setPage, console.error);
  }, [engine, place, isKnown, now.date, now.minutes]);

  return (
    <article className="record" aria-labelledby="record-name">
      <BackRow label={words.back} onBack={onBack}>
        <PrintButton texts={texts} />
      </BackRow>
      {!page || !records ? (
        <p role="status">{parts.failed ? texts.loading.failed : texts.loading.rest}</p>
      ) : (
        <>
          <h2 id="record-name" ref={head} tabIndex={-1}>
            {page.facility.name}
          </h2>
          <Head texts={texts} page={page} />
          {page.windows.length > 0 && (
            <section aria-labelledby="record-windows">
              <h3 id="record-windows">{words.windows}</h3>
              <ul className="windows">
                {page.windows.map(line => (
                  <WindowCard key={line.n} {...{ line, texts, now, onFax }} />
                ))}
              </ul>
              <History texts={texts} history={page.history} />
            </section>
          )}
          {page.vacancies.length > 0 && (
            <section aria-labelledby="record-vacancy">
              <h3 id="record-vacancy">{words.vacancy}</h3>
              {page.vacancies.map(({ service, lines, survey }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a record may have two services of a kind.
                <div key={i} className="vacancy__row">
                  <p>{service}</p>
                  <VacancyLines texts={texts} lines={lines} survey={survey} />
                </div>
              ))}
            </section>
          )}
          {page.facility.services.map(service => (
            <RecordService
              key={service.key}
              texts={texts}
              words={records.words}
              facility={page.facility}
              service={service}
            />
          ))}
          <Sources texts={texts} page={page} records={records} />
        </>
      )}
    </article>
  );
}

function Head({ texts, page }: Pick<Props, 'texts'> & { page: RecordPage }) {
  const words = texts.record;
  const { facility } = page;
  const { professional, address, corporation } = facility;
  return (
    <>
      {facility.kana && <p className="note">{facility.kana}</p>}
      <dl className="facts">
        <Line
          label={words.address}
          lines={[[address.postalCode && `〒${address.postalCode}`, address.text].filter(Boolean).join(' ')]}
        />
        <Line label={words.building} lines={[address.building]} />
        <Line label={words.corporation} lines={[corporation?.name ?? null]} />
        <Line label={words.url} lines={[facility.url]} />
        <Line label={words.persons} lines={professional.persons.map(({ role, name }) => `${role} ${name}`)} />
        <Line label={words.proRemarks} lines={[professional.remarks]} />
        <Line label={words.remarks} lines={[facility.remarks]} />
        {[...professional.custom, ...facility.custom].map(({ key, label, value }) => (
          <Line key={key} label={label} lines={[value]} />
        ))}
      </dl>
    </>
  );
}

export function Line({ label, lines }: { label: string; lines: readonly (string | null)[] }) {
  const said = lines.filter(line => line !== null && line !== '');
  if (said.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {said.map(line => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}

export function Phones({
  texts,
  label,
  phones,
  name,
}: Pick<Props, 'texts'> & { label: string; phones: readonly Phone[]; name: string }) {
  if (phones.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {phones.map(({ text, extension, label: own }) => (
        <dd key={text}>
          {own && `${own} `}
          <Call texts={texts} phone={text} name={name} />
          {extension && ` ${extension}`}
        </dd>
      ))}
    </div>
  );
}

function Sources({
  texts,
  page: { facility },
  records,
}: Pick<Props, 'texts'> & { page: RecordPage; records: NonNullable<ViewProps['parts']['records']> }) {
  const words = texts.record;
  const { confirmed } = facility;
  const credits = records.sources.filter(({ layer }) => facility.sources.includes(layer));
  return (
    <section className="record__sources" aria-labelledby="record-sources">
      <h3 id="record-sources">{words.source}</h3>
      <p>
        {confirmed
          ? [fill(words.confirmed, { date: dateText(confirmed.on) }), confirmed.by, confirmed.method]
              .filter(Boolean)
              .join(' ')
          : words.unconfirmed}
      </p>
      <ul>
        {credits.map(({ layer, title, publisher, asOf }) => (
          <li key={layer}>
            {[title, publisher].filter(Boolean).join(' ')}
            {asOf && fill(words.sourceDate, { date: dateText(asOf) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
