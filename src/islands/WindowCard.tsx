import type { WindowLine } from '../professional/views.ts';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ViewProps } from './pro-view.ts';
import { reachText } from './reach-words.ts';
import { Call } from './ViewHead.tsx';

interface Props extends Pick<ViewProps, 'texts' | 'now' | 'onFax'> {
  line: WindowLine;
}

const fields = ['send', 'form', 'localRule', 'remark'] as const;

/** One window for one purpose: whom, by which way, when, with what. */
export function WindowCard({ line, texts, now, onFax }: Props) {
  const { contacts: words } = texts;
  const { rule, kind } = line;
  const purpose = kind === 'other' ? rule.purpose : words.kinds[kind];
  return (
    <li className="window">
      <p className="window__purpose">
        <b>{purpose}</b>
        {purpose !== rule.purpose && <span>（{rule.purpose}）</span>}
        {line.service && <span className="window__service">{line.service}</span>}
      </p>
      <div className="window__body">
        <p className="window__whom">{[rule.department, rule.person].filter(Boolean).join(' ')}</p>
        <p className="window__way">
          {rule.channel && <span>{rule.channel} </span>}
          <WindowNumber line={line} texts={texts} />
        </p>
        <p className="window__time">
          {rule.time ?? texts.now.why['not-stated']}
          {line.reach.state !== 'unknown' && (
            <span className="window__reach no-print" data-state={line.reach.state}>
              {texts.now.states[line.reach.state]}（{reachText(line.reach, now, texts)}）
            </span>
          )}
        </p>
        <dl className="window__facts">
          {fields.map(
            field =>
              rule[field] && (
                <div key={field}>
                  <dt>{words.fields[field]}</dt>
                  <dd>{rule[field]}</dd>
                </div>
              ),
          )}
          {rule.revisedOn && (
            <div>
              <dt>{words.fields.revisedOn}</dt>
              <dd>{dateText(rule.revisedOn)}</dd>
            </div>
          )}
        </dl>
        <button type="button" className="text-button no-print" onClick={() => onFax(line.place, line.n)}>
          {words.fax}
          <span className="visually-hidden">{fill(words.faxFor, { name: line.name, purpose })}</span>
        </button>
      </div>
    </li>
  );
}

/** A FAX number is no telephone: it is not to be dialled by a tap. */
export function WindowNumber({ line, texts }: Pick<Props, 'line' | 'texts'>) {
  const { channel, number } = line.rule;
  const isFax = /^(?:fax|ファ)/i.test(channel?.normalize('NFKC') ?? '');
  if (number && isFax) return <span className="tel">{number}</span>;
  if (number && /^[\d-]+$/.test(number)) return <Call texts={texts} phone={number} name={line.name} />;
  if (number) return <span>{number}</span>;
  return line.phone ? <Call texts={texts} phone={line.phone.text} name={line.name} /> : null;
}
