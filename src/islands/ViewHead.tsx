import { type ReactNode, useEffect } from 'react';
import { fill } from './fill.ts';
import type { ViewProps } from './pro-view.ts';
import type { Shown } from './use-view.ts';

/** The id of a view's heading, where the focus goes. */
export const viewHeading = 'pro-view';

/** Heading of a view, how many it speaks of, and what can be done with it. How many are found stands above. */
export function ViewHead({ title, said, children }: { title: string; said: string; children?: ReactNode }) {
  return (
    <div className="view-head">
      <h2 id={viewHeading} tabIndex={-1}>
        {title}
      </h2>
      <p className="view-head__said" role="status">
        {said}
      </p>
      {children && <div className="view-head__tools no-print">{children}</div>}
    </div>
  );
}

/** Prints the page; of a long list, once all of it stands there. */
export function PrintButton({
  texts,
  long,
}: Pick<ViewProps, 'texts'> & { long?: { shown: Shown; left: number } }) {
  const isDue = long?.shown.isAll === true && long.left === 0;
  useEffect(() => {
    if (isDue) print();
  }, [isDue]);
  return (
    <button
      type="button"
      className="button"
      onClick={() => (long && long.left > 0 ? long.shown.all() : print())}
    >
      {texts.print}
    </button>
  );
}

/** Above what stands apart from the views: the way back, and what can be done with it. */
export function BackRow({
  label,
  onBack,
  children,
}: {
  label: string;
  onBack: () => void;
  children: ReactNode;
}) {
  return (
    <p className="button-row no-print">
      <button type="button" className="button" onClick={onBack}>
        {label}
      </button>
      {children}
    </p>
  );
}

/** The name of an office, which opens its record. */
export function RecordButton({
  place,
  name,
  onRecord,
}: Pick<ViewProps, 'onRecord'> & { place: number; name: string }) {
  return (
    <button type="button" className="record-button" data-place={place} onClick={() => onRecord(place)}>
      {name}
    </button>
  );
}

export function Call({ texts, phone, name }: Pick<ViewProps, 'texts'> & { phone: string; name: string }) {
  return (
    <a className="tel-link" href={`tel:${phone.replace(/\D/g, '')}`}>
      <span aria-hidden="true">☎</span>
      <span className="tel">{phone}</span>
      <span className="visually-hidden">{fill(texts.call, { name })}</span>
    </a>
  );
}

export function More({
  texts,
  left,
  onMore,
}: Pick<ViewProps, 'texts'> & { left: number; onMore: () => void }) {
  if (left <= 0) return null;
  return (
    <>
      <p className="print-only">{fill(texts.notPrinted, { n: left })}</p>
      <button type="button" className="button results__more no-print" onClick={onMore}>
        {fill(texts.more, { n: left })}
      </button>
    </>
  );
}
