import type { Facility, Service } from '../model/facility.ts';
import { answerLines, hoursLines, serviceLines } from '../professional/record-facts.ts';
import type { RecordWords } from '../professional/records.ts';
import type { ProTexts } from '../text/pro.ts';
import { fill } from './fill.ts';
import { Line, Phones } from './RecordView.tsx';

interface Props {
  texts: ProTexts;
  words: RecordWords;
  facility: Facility;
  service: Service;
}

/** One service of a record: how to reach it, when, what it answered, what else it states. */
export function RecordService({ texts, words, facility, service }: Props) {
  const { record } = texts;
  const { professional } = service;
  const label = words.types.find(({ id }) => id === service.type)?.label ?? service.type;
  const id = `service-${service.key}`;
  const answers = answerLines(facility, service, words);
  return (
    <section className="record__service" aria-labelledby={id}>
      <h3 id={id}>{[label, service.name].filter(Boolean).join(' ')}</h3>
      <dl className="facts">
        <Phones texts={texts} label={record.proPhones} phones={professional.phones} name={facility.name} />
        <Phones texts={texts} label={record.phones} phones={service.phones} name={facility.name} />
        <Line label={record.proFax} lines={[professional.fax]} />
        <Line label={record.fax} lines={[service.fax]} />
        <Line label={record.email} lines={[professional.email, service.email]} />
        {hoursLines(service).map(({ purpose, speciality, week, notes }, i) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: sets never move.
            key={i}
            label={[record.purposes[purpose], speciality].filter(Boolean).join(' ')}
            lines={[week, ...notes]}
          />
        ))}
        {serviceLines(service, words, record).map(({ name, lines }) => (
          <Line key={name} label={record[name]} lines={lines} />
        ))}
      </dl>
      {(answers.groups.length > 0 || answers.unanswered > 0) && (
        <>
          <h4>{record.capabilities}</h4>
          <div className="record__answers">
            {answers.groups.map(group => (
              <div key={group.label}>
                <h5>{group.label}</h5>
                <ul>
                  {group.answers.map(({ label: said, value, note }) => (
                    <li key={said}>
                      <b aria-hidden="true">{texts.matrix.values[value].mark}</b>
                      <span className="visually-hidden">{texts.matrix.values[value].word}</span> {said}
                      {note && <small>（{note}）</small>}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
          {answers.unanswered > 0 && (
            <p className="note">{fill(record.unanswered, { n: answers.unanswered })}</p>
          )}
        </>
      )}
    </section>
  );
}
