/** What lists say of values that are older than they may be, against the region's 時点. */
import { type Age, ageOf, isOld, monthsFor } from '../dataset/decay.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { CapabilityAnswer, PublicFacility, PublicService } from '../model/facility.ts';
import { freshnessText as text } from '../text/freshness.ts';

export function answerField({ id, relation }: Pick<CapabilityAnswer, 'id' | 'relation'>): string {
  return `capability ${id} ${relation}`;
}

/** The value's age where it is old at the region's 時点; null of one that is not, or has no date. */
export function oldAge(
  dataset: PublicDataset,
  facility: PublicFacility,
  service: PublicService,
  field: string,
): Age | null {
  const age = dataset.asOf === null ? null : ageOf(dataset, facility, service, field);
  return age && isOld(age, dataset.asOf!) ? age : null;
}

/** What an answer adds, with its age where that is old. */
export function notedAge(
  dataset: PublicDataset,
  facility: PublicFacility,
  service: PublicService,
  answer: CapabilityAnswer,
): string | null {
  const age = oldAge(dataset, facility, service, answerField(answer));
  return [answer.note, age && text.old(age)].filter(said => said !== null).join('／') || null;
}

/** When a record as a whole was confirmed, or its newest list published. */
export function ageOfRecord(
  record: Pick<PublicFacility, 'confirmed' | 'sources'>,
  { sources, site }: Pick<PublicDataset, 'sources' | 'site'>,
): Age | null {
  if (record.confirmed) return { on: record.confirmed.on, months: site.staleAfterMonths, from: 'survey' };
  const given = sources.filter(({ layer, asOf }) => asOf !== null && record.sources.includes(layer));
  const newest = given.toSorted((a, b) => (a.asOf! < b.asOf! ? -1 : 1)).at(-1);
  if (!newest) return null;
  return { on: newest.asOf!, months: monthsFor('place', newest.kind, site), from: newest.kind };
}

const known = new WeakMap<PublicDataset, boolean>();

/** Whether any answer of the region is old at its 時点, so that its lists must say what that means. */
export function isSomeOld(dataset: PublicDataset): boolean {
  const said = known.get(dataset) ?? dataset.facilities.some(facility => hasOldAnswer(dataset, facility));
  known.set(dataset, said);
  return said;
}

function hasOldAnswer(dataset: PublicDataset, facility: PublicFacility): boolean {
  return facility.services.some(service =>
    service.capabilities.some(answer => oldAge(dataset, facility, service, answerField(answer)) !== null),
  );
}
