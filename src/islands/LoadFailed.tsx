import { useEffect, useState } from 'react';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

type Ways = Pick<SearchProps, 'texts' | 'lists' | 'contact'>;

/** The data did not come: try again, or go another way. */
export function LoadFailed({ onRetry, ...ways }: Ways & { onRetry: () => void }) {
  return (
    <div className="results__notice" role="alert">
      <p>{ways.texts.loadFailed}</p>
      <button type="button" className="button" onClick={onRetry}>
        {ways.texts.retry}
      </button>
      <OtherWays {...ways} />
    </div>
  );
}

/** Stands in the HTML and goes as soon as the page runs; the style sheet shows it when that takes long. */
export function Stuck(ways: Ways) {
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  if (runs) return null;
  return (
    <div className="search__stuck needs-script">
      <p>{ways.texts.stuck}</p>
      <OtherWays {...ways} />
    </div>
  );
}

/** Lists that need no script, and whom to call. */
function OtherWays({ texts, lists, contact }: Ways) {
  return (
    <>
      <ul className="link-row" aria-label={texts.otherWays}>
        {lists.map(({ label, url }) => (
          <li key={url}>
            <a href={url}>{label}</a>
          </li>
        ))}
      </ul>
      {contact?.phone && (
        <p>
          {fill(texts.orCall, { name: contact.name })}{' '}
          <a className="tel-link" href={`tel:${contact.phone.replace(/\D/g, '')}`}>
            <span aria-hidden="true">☎</span>
            <span className="tel">{contact.phone}</span>
          </a>
        </p>
      )}
    </>
  );
}
