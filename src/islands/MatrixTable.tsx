import type { MatrixPage } from '../professional/views.ts';
import type { ViewProps } from './pro-view.ts';
import { RecordButton } from './ViewHead.tsx';

interface Props extends Pick<ViewProps, 'texts' | 'onRecord'> {
  page: MatrixPage;
}

/** A box that scrolls both ways, by keyboard too; heads and names stay where they are. */
export function MatrixTable({ texts, page, onRecord }: Props) {
  const words = texts.matrix;
  const { columns, columnGroups, rows } = page;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="matrix" aria-label={words.region} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="matrix__name">
              {words.name}
            </th>
            <th scope="col" rowSpan={2}>
              {words.type}
            </th>
            {columnGroups.map(({ label, span }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice, and never moves.
              <th key={i} scope="colgroup" colSpan={span} className="matrix__group">
                {label}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="matrix__head">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record may have two services of a kind.
            <tr key={`${row.place} ${n}`}>
              <th scope="row" className="matrix__name">
                <RecordButton place={row.place} name={row.name} onRecord={onRecord} />
                {row.service && <span className="matrix__own">{row.service}</span>}
              </th>
              <td className="matrix__type">{row.type}</td>
              {row.cells.map(({ value, note }, i) => (
                <td key={columns[i]?.key} data-value={value}>
                  <span aria-hidden="true">{words.values[value].mark}</span>
                  <span className="visually-hidden">{words.values[value].word}</span>
                  {note && <small>{note}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
