/**
 * The dates of a made-up region's answers, as survey sheets give them: a row's 確認日 is that of all its answers. Of ten
 * offices seven answered this year's survey, two last year's, one that before; a third corrected a few answers by
 * telephone since; standards (施設基準) stand in the official list alone and have its 時点.
 */
import type { Provenance } from '../../src/model/dataset.ts';
import type { Confirmation, PublicFacility, PublicService } from '../../src/model/facility.ts';
import type { Vocabulary } from '../../src/model/vocabulary.ts';
import { randomFrom } from '../search/synthetic.ts';

type Random = (below: number) => number;

const surveys = [2026, 2026, 2026, 2026, 2026, 2026, 2026, 2025, 2025, 2024];

interface Dated {
  facilities: PublicFacility[];
  provenance: Map<string, Provenance>;
}

/** Offices without a confirmation stay so: their answers are as old as the survey's list. */
export function surveyDates(facilities: readonly PublicFacility[], vocabulary: Vocabulary): Dated {
  const random = randomFrom(20260501);
  const provenance = new Map<string, Provenance>();
  const dated = facilities.map((facility): PublicFacility => {
    const dates = facility.confirmed && datesOf(random);
    for (const service of facility.services)
      noteAnswers(service, `${facility.id}|${service.key}|`, dates, { random, vocabulary, provenance });
    const confirmed = dates && { ...facility.confirmed!, on: dates.corrected };
    const services = facility.services.map(service => ({ ...service, confirmed }));
    return { ...facility, confirmed, services };
  });
  return { facilities: dated, provenance };
}

/** When an office answered the survey, and when it said something last. */
interface Dates {
  answered: Confirmation['on'];
  corrected: Confirmation['on'];
}

function datesOf(random: Random): Dates {
  const answered = day(surveys[random(surveys.length)]!, 2 + random(2), random);
  return { answered, corrected: random(3) === 0 ? day(2026, 4, random) : answered };
}

function day(year: number, month: number, random: Random): string {
  return `${year}-0${month}-${String(1 + random(28)).padStart(2, '0')}`;
}

function noteAnswers(
  { capabilities }: PublicService,
  path: string,
  dates: Dates | null,
  { random, vocabulary, provenance }: { random: Random; vocabulary: Vocabulary } & Pick<Dated, 'provenance'>,
): void {
  const isCorrected = dates !== null && dates.corrected !== dates.answered;
  for (const { id, relation } of capabilities) {
    const isOfficial = vocabulary.capabilities.get(id)?.officialOnly === true;
    const last = isCorrected && random(8) === 0 ? dates.corrected : dates?.answered;
    provenance.set(`${path}capability ${id} ${relation}`, {
      layer: isOfficial ? 'kaigo' : 'survey',
      confirmedOn: isOfficial ? null : (last ?? null),
    });
  }
}
