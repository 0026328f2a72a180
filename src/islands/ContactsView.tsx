import { useState } from 'react';
import type { ContactPurpose, Revision } from '../professional/contact-windows.ts';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ViewProps } from './pro-view.ts';
import { useProView, useShown } from './use-view.ts';
import { More, RecordButton, ViewHead } from './ViewHead.tsx';
import { WindowCard } from './WindowCard.tsx';

const pageSize = 40;

/** 連絡先ガイド: the windows of each office by purpose. As sheets of paper it is the 窓口一覧. */
export function ContactsView({ texts, parts, search, now, onRecord, onFax, onSheet }: ViewProps) {
  const words = texts.contacts;
  const [kind, setKind] = useState<ContactPurpose | null>(null);
  const shown = useShown(pageSize, JSON.stringify([search, kind]));
  const asked = { state: search, kind, shown: shown.count, moment: now };
  const page = useProView(parts.records && parts.engine.contacts, asked);
  return (
    <section className="view contacts" aria-labelledby="pro-view">
      <ViewHead title={words.title} said={page ? fill(words.count, { n: page.count }) : texts.loading.rest}>
        <label className="view-head__choice">
          {words.kind}
          <select
            value={kind ?? ''}
            onChange={event => setKind((event.currentTarget.value || null) as ContactPurpose | null)}
          >
            <option value="">{words.anyKind}</option>
            {(Object.keys(words.kinds) as ContactPurpose[])
              .filter(each => page?.kinds.includes(each))
              .map(each => (
                <option key={each} value={each}>
                  {words.kinds[each]}
                </option>
              ))}
          </select>
        </label>
        <button type="button" className="button" data-place="sheet" onClick={() => onSheet(kind)}>
          {words.sheet}
        </button>
      </ViewHead>
      {page?.offices.map(office => (
        <article key={office.place} className="office">
          <h3>
            <RecordButton place={office.place} name={office.name} onRecord={onRecord} />
          </h3>
          <ul className="windows">
            {office.windows.map(line => (
              <WindowCard key={line.n} line={line} texts={texts} now={now} onFax={onFax} />
            ))}
          </ul>
          <History texts={texts} history={office.history} />
        </article>
      ))}
      {page && <More texts={texts} left={page.count - page.offices.length} onMore={shown.more} />}
    </section>
  );
}

/** What was revised, the newest first; on paper it is open. */
export function History({ texts, history }: Pick<ViewProps, 'texts'> & { history: readonly Revision[] }) {
  const words = texts.contacts;
  if (history.length === 0) return null;
  return (
    <details className="history">
      <summary>{words.history}</summary>
      <ul>
        {history.map(({ on, text, purpose, department }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two revisions may read alike, and none moves.
          <li key={i}>
            {on ? dateText(on) : words.undated} {[purpose, department].filter(Boolean).join(' ')}
            {text && `：${text}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
