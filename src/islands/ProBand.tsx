import { useEffect, useState } from 'react';
import type { Kept, OpenedEdition } from '../professional/unlock.ts';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ProProps } from './pro-props.ts';

interface Props {
  page: ProProps;
  edition: OpenedEdition;
  kept: Kept | null;
  /** 時点; null until the records are here. */
  asOf: string | null;
  onLock: () => void;
  onForget: () => Promise<void>;
}

/** Whose edition, of when, and the lock. */
export function ProBand({ page, edition, kept, asOf, onLock, onForget }: Props) {
  const { texts, name } = page;
  const { band } = texts;
  const isOnline = useOnline();
  return (
    <section className="pro-band" aria-label={fill(band.name, { name })}>
      <p className="pro-band__name">{fill(band.name, { name })}</p>
      <p className="pro-band__dates">
        {asOf && <span>{fill(band.asOf, { date: dateText(asOf) })}</span>}{' '}
        <span>{fill(band.made, { date: dateText(edition.madeAt) })}</span>
        {!isOnline && <span role="status"> {band.offline}</span>}
      </p>
      <p className="pro-band__tools">
        {kept && (
          <button type="button" className="text-button" onClick={onForget}>
            {texts.kept.forget}
          </button>
        )}
        <button type="button" className="button" onClick={onLock}>
          {band.lock}
        </button>
      </p>
      {edition.newerSeen && (
        <p className="pro-band__older" role="alert">
          {fill(band.older, { date: dateText(edition.newerSeen) })}
        </p>
      )}
    </section>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    look();
    for (const event of ['online', 'offline']) addEventListener(event, look);
    return () => {
      for (const event of ['online', 'offline']) removeEventListener(event, look);
    };
  }, []);
  return isOnline;
}
