import type { Bits } from './bits.ts';
import type { SearchArea } from './data.ts';
import type { SearchIndex } from './index.ts';
import type { FacetName } from './state.ts';

/** A type, area, speciality or capability of the region: an option of a facet and the services that meet it. */
export interface Concept {
  facet: FacetName;
  option: string;
  label: string;
  /** All that it is called, the label first. */
  words: readonly string[];
  /** The same, folded. */
  keys: readonly string[];
  services: Bits;
  /** Of a capability: the services are those that can without conditions. */
  strict?: boolean;
}

export function conceptsOf(index: SearchIndex): Concept[] {
  const { data, capabilities, fold } = index;
  const concepts: Concept[] = [];
  const add = (facet: FacetName, option: string, label: string, terms: readonly string[]) => {
    const services = facet === 'capabilities' ? capabilities.get(option)?.offered : index[facet].get(option);
    if (!services) return;
    const words = [label, ...terms];
    const keys = [...new Set(words.map(fold))].filter(key => key !== '');
    concepts.push({ facet, option, label, words, keys, services });
  };
  for (const { id, label, terms } of data.words.types) add('types', id, label, terms);
  const names = new Set(data.words.areas.map(({ name }) => name));
  for (const area of data.words.areas) add('areas', area.id, area.name, shortNames(area, names));
  for (const { label, terms } of data.words.specialities) add('specialities', label, label, terms);
  for (const { id, label, acceptsLabel, terms } of data.words.capabilities) {
    add('capabilities', id, label, terms);
    if (acceptsLabel !== null) add('capabilities', `${id}.accepts`, acceptsLabel, [label, ...terms]);
  }
  return concepts;
}

const areaKind = /(?<=..)(?:市|町|村|区|圏域|地区|学区|中学校区)$/u;

/** 小山 for 小山市, unless another place is called just that. */
function shortNames({ name }: SearchArea, names: ReadonlySet<string>): string[] {
  const short = name.replace(areaKind, '');
  return names.has(short) ? [] : [short];
}

/** Capability options among the concepts. */
export function optionsOf(concepts: readonly Concept[]): string[] {
  const spoken = concepts.filter(({ facet }) => facet === 'capabilities');
  return [...new Set(spoken.map(({ option }) => option))];
}

/** Capability options that a part of a text stands for. */
export function capabilitiesMeant({ meanings }: { meanings: readonly Concept[] }): string[] {
  return optionsOf(meanings);
}
