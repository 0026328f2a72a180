import { bureauFormat } from './bureau.ts';
import type { Format } from './format.ts';
import { kaigoFormat } from './kaigo.ts';
import { municipalCareFormat, municipalHospitalFormat, municipalPublicFormat } from './municipal.ts';
import { naviiFacilityFormat, naviiHoursFormat } from './navii.ts';
import { naviiMaternityFormat } from './navii-maternity.ts';
import { naviiPharmacyFormat } from './navii-pharmacy.ts';
import { pharmacistsFormat } from './pharmacists.ts';
import { templateFormat } from './template.ts';
import { wamFormat } from './wam.ts';

/** In the order of recognition: the narrow layouts first, our template last, since it reads any known headers. */
export const formats: readonly Format[] = [
  naviiHoursFormat,
  naviiMaternityFormat,
  naviiPharmacyFormat,
  naviiFacilityFormat,
  kaigoFormat,
  wamFormat,
  bureauFormat,
  municipalCareFormat,
  municipalHospitalFormat,
  municipalPublicFormat,
  pharmacistsFormat,
  templateFormat,
];

export function formatNamed(id: string): Format | null {
  return formats.find(format => format.id === id) ?? null;
}
