import type { Moment } from '../calendar/moment.ts';
import type { SearchWords } from '../search/data.ts';
import type { ItemService, ResultItem } from '../search/item.ts';
import { fill } from './fill.ts';
import { Marked } from './Marked.tsx';
import type { SearchProps } from './search-props.ts';
import { TypeMark } from './TypeMark.tsx';
import { CoverLine, Distance, OpenNow, StatedLines } from './WhyLines.tsx';

/** What results say beyond their record: about the place asked for, and the time. */
export interface Saying extends Pick<SearchProps, 'texts' | 'facilityUrl'> {
  /** Name of the place asked for. */
  place: string | null;
  now: Moment | null;
  /** Null until the data has come. */
  words: SearchWords | null;
}

interface Props extends Saying {
  item: ResultItem;
  /** Id of the link, so that a pin can lead to it. */
  linkId?: string;
  /** False: its name only, the rest is drawn a moment later. */
  whole?: boolean;
}

export function ResultCard({ item, linkId, whole = true, ...saying }: Props) {
  return (
    <>
      <h3 className="result__name">
        <span className="result__number">{item.number}</span>
        <a id={linkId} href={fill(saying.facilityUrl, { id: item.id })}>
          <Marked text={item.name} ranges={item.marks?.name ?? []} />
        </a>
      </h3>
      {whole && <CardBody item={item} {...saying} />}
    </>
  );
}

function CardBody({ item, ...saying }: Saying & { item: ResultItem }) {
  const { texts } = saying;
  const called = item.services.find(service => service.phone);
  const { marks } = item;
  return (
    <>
      <div className="result__body">
        {marks?.kana && (
          <p className="result__meta">
            {texts.reading}
            <Marked {...marks.kana} />
          </p>
        )}
        {item.services.map(service => (
          <ServiceLines key={service.key} service={service} complete={item.complete} {...saying} />
        ))}
        {marks?.remarks.map(typed => (
          <p key={typed}>{fill(texts.inRemarks, { typed })}</p>
        ))}
        {item.areas.length > 0 && (
          <p>
            {texts.facets.areas}：<mark>{item.areas.join(texts.listSeparator)}</mark>
          </p>
        )}
        {item.others.length > 0 && (
          <p className="result__meta">
            {fill(texts.otherServices, { labels: item.others.join(texts.listSeparator) })}
          </p>
        )}
        <p>
          <Distance km={item.km} texts={texts} />
          {item.complete ? <Marked text={item.address} ranges={marks?.address ?? []} /> : texts.loading}
        </p>
        <p className="result__meta">
          {dateText(item, saying)}
          {item.position === null && `・${texts.positionUnconfirmed}`}
        </p>
      </div>
      <p className="result__call">
        {!item.complete ? null : !called?.phone ? (
          <span className="result__meta">{texts.noPhone}</span>
        ) : (
          <a className="tel-link" href={`tel:${called.phone.replace(/\D/g, '')}`}>
            <span aria-hidden="true">☎</span>
            <span className="tel">
              <Marked text={called.phone} ranges={called.phoneMarks} />
            </span>
            <span className="visually-hidden">{fill(texts.callName, { name: item.name })}</span>
          </a>
        )}
      </p>
    </>
  );
}

type LinesProps = Saying & { service: ItemService; complete: boolean };

function ServiceLines({ service, texts, place, now, words, complete }: LinesProps) {
  return (
    <div className="result__service">
      <p className="type-label">
        {service.marker && <TypeMark marker={service.marker} />}
        {service.asked ? <mark>{service.label}</mark> : service.label}
      </p>
      {service.name && <p>{service.name}</p>}
      {service.answers.length > 0 && (
        <ul className="result__answers">
          {service.answers.map(answer => (
            <li key={answer.key} data-asked={answer.asked || undefined}>
              <span className="result__answer">
                <b>{texts.answers[answer.value].mark}</b> {texts.answers[answer.value].word}
              </span>{' '}
              <span>
                {answer.asked ? <mark>{answer.label}</mark> : answer.label}
                {answer.age && <span className="result__age">{answer.age}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <StatedLines service={service} words={words} texts={texts} />
      {place !== null && <CoverLine service={service} place={place} texts={texts} />}
      {service.timed && <OpenNow line={service.open} now={now} texts={texts} />}
      {complete && <p className="result__meta">{service.hours ?? texts.hoursAsk}</p>}
    </div>
  );
}

function dateText(
  { confirmed, published }: ResultItem,
  { texts, words: data }: Pick<Saying, 'texts' | 'words'>,
): string {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(confirmed ?? published ?? '') ?? [];
  const isOld = data !== null && confirmed !== null && confirmed < data.oldBefore;
  const words = isOld ? texts.confirmedLongAgo : confirmed ? texts.confirmed : texts.published;
  if (!year) return texts.unconfirmed;
  return month ? fill(words.month, { year, month: String(Number(month)) }) : fill(words.year, { year });
}
