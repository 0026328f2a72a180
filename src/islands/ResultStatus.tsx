import { useEffect, useState } from 'react';
import type { Outcome } from '../search/find.ts';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props {
  texts: SearchProps['texts'];
  count: number;
  /** Null until the data has come. */
  outcome: Outcome | null;
  unanswered: boolean;
  onUnanswered: (shown: boolean) => void;
}

/** How many, in which order, and what was left out. */
export function ResultStatus({ texts, count, outcome, unanswered, onUnanswered }: Props) {
  const order = outcome?.order === 'text' ? texts.orderText : texts.orderKana;
  return (
    <div className="status">
      <p className="status__count">
        <strong>{fill(texts.count, { n: count })}</strong>
        {count > 0 && <span className="status__order">（{order}）</span>}
      </p>
      {outcome?.near.map(({ typed, taken }) => (
        <p key={typed}>{fill(texts.orderNear, { typed, taken: takenText(taken, texts) })}</p>
      ))}
      {outcome && outcome.leftOut > 0 && (
        <p className="status__left-out">
          {fill(texts.leftOut, { n: outcome.leftOut })}
          <button type="button" className="text-button" onClick={() => onUnanswered(true)}>
            {texts.showLeftOut}
          </button>
        </p>
      )}
      {unanswered && (
        <p className="status__left-out">
          {texts.unansweredShown}
          <button type="button" className="text-button" onClick={() => onUnanswered(false)}>
            {texts.hideUnanswered}
          </button>
        </p>
      )}
      {outcome && <Spoken text={fill(texts.count, { n: count })} />}
    </div>
  );
}

/** Said by screen readers once typing pauses, not at every key. */
function Spoken({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 700);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function takenText(taken: readonly string[], texts: SearchProps['texts']): string {
  const label = taken.slice(0, 3).join(texts.listSeparator);
  return taken.length > 3 ? fill(texts.takenMore, { label }) : label;
}
