import type { RecordWords } from '../professional/records.ts';
import { fill } from './fill.ts';
import type { ViewProps } from './pro-view.ts';

interface Props extends Pick<ViewProps, 'texts'> {
  words: RecordWords;
  /** Of the columns that stand now. */
  keys: readonly string[];
  /** They were chosen here. */
  isOwn: boolean;
  onKeys: (keys: readonly string[]) => void;
}

/** Which capabilities are columns. */
export function MatrixPicker({ texts, words, keys, isOwn, onKeys }: Props) {
  const { matrix } = texts;
  const toggle = (key: string) =>
    onKeys(keys.includes(key) ? keys.filter(each => each !== key) : [...keys, key]);
  return (
    <details className="matrix-picker no-print">
      <summary>{fill(matrix.choose, { n: keys.length })}</summary>
      <p className="note">{matrix.usual}</p>
      {isOwn && (
        <button type="button" className="text-button" onClick={() => onKeys([])}>
          {matrix.clear}
        </button>
      )}
      <div className="matrix-picker__groups">
        {words.groups.map(group => (
          <fieldset key={group.id}>
            <legend>{group.label}</legend>
            {optionsOf(words, group.id).map(({ key, label }) => (
              <label key={key} className="option">
                <input type="checkbox" checked={keys.includes(key)} onChange={() => toggle(key)} />
                <span className="option__label">{label}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}

function optionsOf({ capabilities }: RecordWords, group: string): { key: string; label: string }[] {
  return capabilities.flatMap(({ id, label, acceptsLabel, group: own }) =>
    own !== group
      ? []
      : [{ key: id, label }, ...(acceptsLabel ? [{ key: `${id}.accepts`, label: acceptsLabel }] : [])],
  );
}
