import { useState } from 'react';
import type { MatrixSort } from '../professional/matrix.ts';
import type { MatrixAsked } from '../professional/views.ts';
import { fill } from './fill.ts';
import { MatrixPicker } from './MatrixPicker.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import type { ViewProps } from './pro-view.ts';
import { useProView, useShown } from './use-view.ts';
import { More, PrintButton, ViewHead } from './ViewHead.tsx';

const pageSize = 100;
const plainSorts = ['kana', 'type', 'area'] as const;

/** 一覧表: what the found services answered, side by side. */
export function MatrixView({ texts, parts, search, onRecord }: ViewProps) {
  const words = texts.matrix;
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [sort, setSort] = useState<MatrixSort>({ by: 'kana' });
  const [said, setSaid] = useState('');
  const shown = useShown(pageSize, JSON.stringify([search, sort]));
  const asked: MatrixAsked & { state: typeof search } = {
    ...{ state: search, keys, types: search.types, sort, shown: shown.count },
  };
  const page = useProView(parts.records && parts.engine.matrix, asked);
  const left = page ? page.count - page.rows.length : 0;
  const heads = { name: words.name, type: words.type, municipality: words.municipality, phone: words.phone };
  const marks = Object.values(words.values).map(({ mark, word }) => `${mark} ${word}`);
  const legend = [...marks, words.legend].join('　');
  const copy = async () => {
    const made = await parts.engine.matrixCopy({ ...asked, heads, legend });
    if (!made || !page) return;
    const rows = fill(words.copied, { n: page.count });
    setSaid(
      await toClipboard(made).then(
        () => rows,
        () => words.notCopied,
      ),
    );
  };

  return (
    <section className="view matrix-view" aria-labelledby="pro-view">
      <ViewHead
        title={words.title}
        said={said || (page ? fill(words.rows, { n: page.count }) : texts.loading.rest)}
      >
        <label className="view-head__choice">
          {words.sort}
          <select value={sortValue(sort)} onChange={event => setSort(toSort(event.currentTarget.value))}>
            {plainSorts.map(by => (
              <option key={by} value={by}>
                {words.sorts[by]}
              </option>
            ))}
            {page?.columns.map(({ key, label }) => (
              <option key={key} value={`column ${key}`}>
                {fill(words.sortBy, { label })}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={copy}>
          {words.copy}
        </button>
        <PrintButton texts={texts} long={{ shown, left }} />
      </ViewHead>
      {page && parts.records && (
        <>
          <MatrixPicker
            texts={texts}
            words={parts.records.words}
            keys={page.columns.map(({ key }) => key)}
            isOwn={keys.length > 0}
            onKeys={setKeys}
          />
          <p className="matrix-legend">
            {Object.values(words.values).map(({ mark, word }) => (
              <span key={mark}>
                <b>{mark}</b> {word}
              </span>
            ))}
            <span>{words.legend}</span>
          </p>
          <MatrixTable texts={texts} page={page} onRecord={onRecord} />
          <More texts={texts} left={left} onMore={shown.more} />
        </>
      )}
    </section>
  );
}

function sortValue(sort: MatrixSort): string {
  return sort.by === 'column' ? `column ${sort.key}` : sort.by;
}

function toSort(value: string): MatrixSort {
  const [, key] = /^column (.+)$/.exec(value) ?? [];
  return key === undefined ? { by: value as (typeof plainSorts)[number] } : { by: 'column', key };
}

/** As a table where the browser can, so that cells stay cells; else as lines with tabs. */
async function toClipboard({ text, html }: { text: string; html: string }): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
  const blob = (type: string, content: string) => new Blob([content], { type });
  const item = { 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) };
  await navigator.clipboard.write([new ClipboardItem(item)]);
}
