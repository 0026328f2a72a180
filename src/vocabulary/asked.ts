import type { Capability, FacilityType } from '../model/vocabulary.ts';

/** Whether the survey sheet of a type has this question. Official listings are not asked. */
export function isAskedOf({ asked, officialOnly }: Capability, type: FacilityType | undefined): boolean {
  return !officialOnly && (asked === '*' || (type !== undefined && asked.includes(type.letter)));
}
