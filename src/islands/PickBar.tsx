import { useEffect, useRef } from 'react';
import type { SearchProps } from './search-props.ts';

interface Props extends Pick<SearchProps, 'texts'> {
  /** The middle of the map: where keys and those who cannot tap exactly choose. */
  onHere: () => void;
  onCancel: () => void;
}

/** While a point is chosen on the map: what to do, and the ways that need no tap on it. */
export function PickBar({ texts, onHere, onCancel }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    bar.current?.focus({ preventScroll: true });
    bar.current?.scrollIntoView({ block: 'nearest' });
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onCancel();
    };
    addEventListener('keydown', cancel);
    return () => removeEventListener('keydown', cancel);
  }, [onCancel]);
  const { pick } = texts.place;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that something is to be filled in.
    <div ref={bar} className="map__pick" role="group" aria-label={pick.title} tabIndex={-1}>
      <p>{pick.how}</p>
      <p className="map__pick-ways">
        <button type="button" className="button button--primary" onClick={onHere}>
          {pick.middle}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {pick.cancel}
        </button>
      </p>
    </div>
  );
}
