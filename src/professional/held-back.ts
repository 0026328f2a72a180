import type { ProfessionalDataset, PublicDataset } from '../model/dataset.ts';
import type { Facility } from '../model/facility.ts';

/** How many records would only be complete in a professional edition: they are not public, or something of them is not. */
export function countProfessional(
  professional: Pick<ProfessionalDataset, 'facilities'>,
  published: Pick<PublicDataset, 'facilities'>,
): number {
  const open = new Set(published.facilities.map(facility => facility.id));
  return professional.facilities.filter(facility => !open.has(facility.id) || holdsSomething(facility))
    .length;
}

function holdsSomething({ professional, services }: Facility): boolean {
  return isFilled(professional) || services.some(service => isFilled(service.professional));
}

/** Anything but blanks and empty lists, at any depth. */
function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.values(value).some(isFilled);
}
