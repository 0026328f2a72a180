import type { CapabilityAnswer, Service } from '../model/facility.ts';

/** What a service told professionals outranks what it told everyone of the same. */
export function mergedAnswers({
  capabilities,
  professional,
}: Pick<Service, 'capabilities' | 'professional'>): CapabilityAnswer[] {
  const nameOf = ({ id, relation }: CapabilityAnswer): string => `${id} ${relation}`;
  const told = new Set(professional.capabilities.map(nameOf));
  return [...capabilities.filter(answer => !told.has(nameOf(answer))), ...professional.capabilities];
}
