/** Made with the pages, so that a browser only looks it up. */
import { ageOf, isOld } from '../dataset/decay.ts';
import type { PublicFacility, PublicService } from '../model/facility.ts';
import { freshnessText as text } from '../text/freshness.ts';
import type { OldAnswers, SearchSource } from './data.ts';
import { byOptionAndMonth } from './old-answers-code.ts';

/** In the order of the options, then of days. Without the dates of single answers there are none. */
export function oldAnswersOf(dataset: SearchSource): OldAnswers[] {
  const found = new Map<string, OldAnswers>();
  let n = 0;
  for (const facility of dataset.facilities)
    for (const service of facility.services) {
      for (const [option, on, said] of oldOf(facility, service, dataset)) {
        const key = `${option} ${on} ${said}`;
        const entry = found.get(key) ?? [option, on, said, []];
        found.set(key, entry);
        entry[3].push(n);
      }
      n += 1;
    }
  return [...found.values()].sort(byOptionAndMonth);
}

/** One for each option: where one is not told as 実施 and 受け入れ, an answer may still be given as both. */
function oldOf(facility: PublicFacility, service: PublicService, dataset: SearchSource) {
  const byOption = new Map(oldAnswersIn(facility, service, dataset).map(old => [old[0], old]));
  return byOption.values();
}

function oldAnswersIn(facility: PublicFacility, service: PublicService, dataset: SearchSource) {
  const { provenance, site, sources, asOf, vocabulary } = dataset;
  if (!provenance || !site) return [];
  // A result says once, of the whole office, that it is old.
  const whole = facility.confirmed && { on: facility.confirmed.on, months: site.staleAfterMonths };
  const isOfOldOffice = whole !== null && asOf !== null && isOld(whole, asOf);
  return service.capabilities.flatMap(({ id, relation, value }): [string, string, string][] => {
    const capability = vocabulary.capabilities.get(id);
    if (!capability || (value !== 'yes' && value !== 'conditional')) return [];
    const age = ageOf({ provenance, site, sources }, facility, service, `capability ${id} ${relation}`);
    // Conditions count in months.
    const on = age?.on.slice(0, 7) ?? '';
    const isLongAgo = age !== null && asOf !== null && isOld(age, asOf);
    const isOlder = on < (service.confirmed?.on.slice(0, 7) ?? '');
    if (!(isLongAgo && !isOfOldOffice) && !isOlder) return [];
    const option = relation === 'accepts' && capability.acceptsLabel ? `${id}.accepts` : id;
    const said = age === null ? text.undated : isLongAgo ? text.old(age) : text.said(age);
    return [[option, on, said]];
  });
}
