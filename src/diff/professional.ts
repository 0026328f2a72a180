/** What only professionals see of a record, as words beside words. */
import type { FieldChange } from '../model/changes.ts';
import type { ContactRule, Facility, Service, Vacancy } from '../model/facility.ts';
import { weekParts } from '../normalize/format-hours.ts';
import { formatPhone } from '../normalize/phone.ts';
import { diffText } from '../text/diff.ts';
import { answerFacts, compareFacts, type Facts, typeLabelOf, type Words } from './compare.ts';

const text = diffText.professional;

/** Of services both have; of one that came or went the comparison of the records speaks. */
export function compareProfessional(before: Facility, after: Facility, words: Words): FieldChange[] {
  const own = compareFacts(recordFacts(before), recordFacts(after));
  const services = after.services.flatMap(service => {
    const former = before.services.find(({ key }) => key === service.key);
    if (!former) return [];
    const changes = compareFacts(serviceFacts(former, words), serviceFacts(service, words));
    return changes.map(change => ({ ...change, service: typeLabelOf(service, words) }));
  });
  return [...own.map(change => ({ ...change, service: null })), ...services];
}

/** Of the record as a whole. */
export function recordFacts({ professional }: Facility): Facts {
  return new Map([
    [text.persons, professional.persons.map(({ role, name }) => `${role} ${name}`).join('／')],
    [text.contactRules, professional.contactRules.map(ruleWords).join('／')],
    [text.remarks, professional.remarks ?? ''],
    ...professional.custom.map(({ label, value }) => [label, value] as const),
  ]);
}

export function serviceFacts({ professional }: Service, { vocabulary }: Words): Facts {
  return new Map([
    [text.phones, professional.phones.map(formatPhone).join(' / ')],
    [text.fax, professional.fax ?? ''],
    [text.email, professional.email ?? ''],
    [text.contactRules, professional.contactRules.map(ruleWords).join('／')],
    [text.caremanagerHours, professional.caremanagerHours.flatMap(weekParts).join('／')],
    [
      text.vacancy,
      [professional.vacancy ?? '', ...professional.vacancies.map(vacancyWords)].filter(Boolean).join('／'),
    ],
    [text.remarks, professional.remarks ?? ''],
    ...answerFacts(professional.capabilities, vocabulary),
  ]);
}

function ruleWords({ hours: _read, ...rule }: ContactRule): string {
  const { purpose, department, channel, number, time, send, form, localRule, person } = rule;
  const { revisedOn, revision, remark } = rule;
  const words = [purpose, department, channel, number, time, send, form, localRule, person];
  return [...words, revisedOn, revision, remark].filter(Boolean).join(' ');
}

function vacancyWords({ when, text: typed, asOf, remark }: Vacancy): string {
  return [when, typed, asOf && `（${asOf}）`, remark].filter(Boolean).join(' ');
}
