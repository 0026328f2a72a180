import type { Moment } from '../calendar/moment.ts';
import type { ItemService, ResultItem } from '../search/item.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';
import { TypeMark } from './TypeMark.tsx';
import { CoverLine, Distance, OpenNow } from './WhyLines.tsx';

/** What results say beyond their record: about the place asked for, and the time. */
export interface Saying extends Pick<SearchProps, 'texts' | 'facilityUrl'> {
  /** Name of the place asked for. */
  place: string | null;
  now: Moment | null;
}

interface Props extends Saying {
  item: ResultItem;
  /** Id of the link, so that a pin can lead to it. */
  linkId?: string;
}

export function ResultCard({ item, texts, facilityUrl, place, now, linkId }: Props) {
  const phone = item.services.find(service => service.phone)?.phone ?? null;
  return (
    <>
      <h3 className="result__name">
        <span className="result__number">{item.number}</span>
        <a id={linkId} href={fill(facilityUrl, { id: item.id })}>
          {item.name}
        </a>
      </h3>
      <div className="result__body">
        {item.services.map(service => (
          <ServiceLines
            key={service.key}
            service={service}
            texts={texts}
            place={place}
            now={now}
            complete={item.complete}
          />
        ))}
        {item.others.length > 0 && (
          <p className="result__meta">
            {fill(texts.otherServices, { labels: item.others.join(texts.listSeparator) })}
          </p>
        )}
        <p>
          <Distance km={item.km} texts={texts} />
          {item.complete ? item.address : texts.loading}
        </p>
        <p className="result__meta">
          {dateText(item, texts)}
          {item.position === null && `・${texts.positionUnconfirmed}`}
        </p>
      </div>
      <p className="result__call">
        {!item.complete ? null : phone === null ? (
          <span className="result__meta">{texts.noPhone}</span>
        ) : (
          <a className="tel-link" href={`tel:${phone.replace(/\D/g, '')}`}>
            <span aria-hidden="true">☎</span>
            <span className="tel">{phone}</span>
            <span className="visually-hidden">{fill(texts.callName, { name: item.name })}</span>
          </a>
        )}
      </p>
    </>
  );
}

type LinesProps = Omit<Saying, 'facilityUrl'> & { service: ItemService; complete: boolean };

function ServiceLines({ service, texts, place, now, complete }: LinesProps) {
  return (
    <div className="result__service">
      <p className="type-label">
        {service.marker && <TypeMark marker={service.marker} />}
        {service.label}
      </p>
      {service.name && <p>{service.name}</p>}
      {service.answers.length > 0 && (
        <ul className="result__answers">
          {service.answers.map(answer => (
            <li key={answer.key} data-asked={answer.asked || undefined}>
              <span className="result__answer">
                <b>{texts.answers[answer.value].mark}</b> {texts.answers[answer.value].word}
              </span>{' '}
              <span>{answer.label}</span>
            </li>
          ))}
        </ul>
      )}
      {place !== null && <CoverLine service={service} place={place} texts={texts} />}
      {service.open && now && <OpenNow line={service.open} now={now} texts={texts} />}
      {complete && <p className="result__meta">{service.hours ?? texts.hoursAsk}</p>}
    </div>
  );
}

function dateText({ confirmed, published }: ResultItem, texts: SearchProps['texts']): string {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(confirmed ?? published ?? '') ?? [];
  const words = confirmed ? texts.confirmed : texts.published;
  if (!year) return texts.unconfirmed;
  return month ? fill(words.month, { year, month: String(Number(month)) }) : fill(words.year, { year });
}
