/**
 * What professionals filter by besides what all can: 病床, 職員, 料金, 空き, 連絡の窓口. Each is a fact of search, so counts,
 * doubts and 1つのサービス hold as there; the file brings the facts with their names, so the public search knows none.
 */
import type { ProfessionalDataset } from '../model/dataset.ts';
import type { Facility, Service, Vacancy } from '../model/facility.ts';
import { formatWards } from '../normalize/wards.ts';
import { addBit, type Bits, emptyBits } from '../search/bits.ts';
import type { SearchWords } from '../search/data.ts';
import { type FactIndex, readAcceptance } from '../search/facts.ts';
import type { SearchIndex } from '../search/index.ts';
import type { Fact } from '../search/state.ts';
import { professionalText } from '../text/professional.ts';
import { purposeOf } from './contact-windows.ts';
import { isFresh } from './vacancies.ts';

export interface ViewFact {
  fact: `custom.professional/${string}`;
  label: string;
  /** One for each service of the view, in order. Null: it says nothing. */
  services: (StatedFact | null)[];
}

export interface StatedFact {
  /** Options it belongs to; none where what is stated is a refusal or a nought. */
  options: string[];
  /** Options, each with its 時点, that say so only while they are fresh; an empty one is a nought. */
  dated?: [option: string, asOf: string | null][];
  /** Options of which it says that they are not there; where it is given, silence about an option is no answer. */
  noughts?: string[];
  /** As a result says it. */
  text: string[];
}

/** As in the file: a dictionary over the services; 0 stands for null. */
export interface FactColumn {
  fact: ViewFact['fact'];
  label: string;
  words: StatedFact[];
  rows: number[];
}

/** The facts that some service states, in order. */
export function factsOfView({ facilities }: Pick<ProfessionalDataset, 'facilities'>): ViewFact[] {
  const readers = Object.keys(professionalText.facts) as (keyof typeof factReaders)[];
  return readers.flatMap(name => {
    const services = facilities.flatMap(facility =>
      facility.services.map(service => factReaders[name](service, facility)),
    );
    if (!services.some(isOffered)) return [];
    return [{ fact: `custom.professional/${name}` as const, label: professionalText.facts[name], services }];
  });
}

function isOffered(stated: StatedFact | null): boolean {
  return stated !== null && (stated.options.length > 0 || (stated.dated ?? []).some(([word]) => word !== ''));
}

type FactReader = (service: Service, facility: Facility) => StatedFact | null;

const factReaders: Record<keyof typeof professionalText.facts, FactReader> = {
  beds: ({ beds }) => {
    if (beds.length === 0) return null;
    const kinds = beds.filter(({ kind }) => kind !== '合計');
    const shown = kinds.length > 0 ? kinds : beds.map(bed => ({ ...bed, kind: professionalText.bedsInAll }));
    return counted(shown.map(({ kind, count }) => ({ word: kind, count })));
  },
  staff: ({ staff }) => {
    if (staff.length === 0) return null;
    const noughts = staff.filter(({ count }) => count === 0).map(({ role }) => role);
    return { ...counted(staff.map(({ role, count }) => ({ word: role, count }))), noughts };
  },
  wards: ({ wards }) =>
    wards.length === 0
      ? null
      : {
          options: [...new Set(wards.filter(({ count }) => count !== 0).map(({ kind }) => kind))],
          text: [formatWards(wards).replaceAll(';', '、')],
        },
  nursing: ({ staff }) => {
    const count = nursesOf(staff);
    if (count === null) return null;
    const reached = nursingSteps.filter(step => count >= step);
    return {
      options: reached.map(step => professionalText.atLeast.replace('{n}', String(step))),
      text: [String(count)],
    };
  },
  fees: ({ fees }) => (fees ? { options: [professionalText.feesStated], text: [fees] } : null),
  vacancy: ({ professional: { vacancies, vacancy }, confirmed }) => {
    if (vacancies.length === 0 && vacancy === null) return null;
    const lines = vacancies.map(line => [vacancyOption(line), line.asOf] as [string, string | null]);
    const noted = isPlainNo(vacancy ?? '') ? '' : professionalText.vacancyNoted;
    return {
      options: [],
      dated: [
        ...lines,
        ...(vacancy === null ? [] : [[noted, confirmed?.on ?? null] as [string, string | null]]),
      ],
      text: [
        ...vacancies.map(({ when, text, asOf }) =>
          [when, text, asOf && `（${asOf}）`].filter(Boolean).join(' '),
        ),
        ...(vacancy === null ? [] : [vacancy]),
      ],
    };
  },
  contact: ({ professional }, facility) => {
    const rules = [...professional.contactRules, ...facility.professional.contactRules];
    const purposes = [...new Set(rules.map(({ purpose }) => purpose))];
    return purposes.length === 0
      ? null
      : { options: [...new Set(purposes.map(purposeOption))], text: purposes };
  },
};

/** 2.5: the least of a 訪問看護ステーション (平成11年厚生省令第37号 第60条). The others tell larger ones apart. */
const nursingSteps = [2.5, 5, 10] as const;

/** 保健師, 助産師, 看護師 and 准看護師 together, or what is stated as their sum. Null: none of them is stated. */
function nursesOf(staff: Service['staff']): number | null {
  const inAll = staff.filter(({ role }) => /^看護職員/.test(role));
  const each = staff.filter(({ role }) => /^(?:准?看護師|正看護師|保健師|助産師)/.test(role));
  const counted = inAll.length > 0 ? inAll : each;
  const sum = counted.reduce((total, { count }) => total + count, 0);
  return counted.length === 0 ? null : Math.round(sum * 10) / 10;
}

/** Purposes of one kind are one option; any other is one by itself, as written. */
function purposeOption(purpose: string): string {
  const kind = purposeOf(purpose);
  return kind === 'other' ? purpose : professionalText.purposes[kind];
}

function counted(entries: readonly { word: string; count: number }[]): StatedFact {
  return {
    options: [...new Set(entries.filter(({ count }) => count > 0).map(({ word }) => word))],
    text: entries.map(({ word, count }) => `${word} ${count}`),
  };
}

function vacancyOption({ count, text }: Vacancy): string {
  if (count === 0) return '';
  if (count !== null) return professionalText.vacancyNow;
  const read = readAcceptance(text);
  if (read?.includes('yes')) return professionalText.vacancyNow;
  return read?.includes('ask') ? professionalText.vacancyAsk : professionalText.vacancyTold;
}

/** 「なし（4月20日）」, 「0」, 「3月は満床」. */
function isPlainNo(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\([^()]*\)/g, '');
  return /^\s*(?:0[床室人件枠]?|なし|無し?|満床|満員|空きなし|×)\s*$|満床/.test(plain);
}

export function encodeFacts(facts: readonly ViewFact[]): FactColumn[] {
  return facts.map(({ fact, label, services }) => {
    const words: StatedFact[] = [];
    const known = new Map<string, number>();
    const rows = services.map(stated => {
      if (!stated) return 0;
      const key = JSON.stringify(stated);
      const row = known.get(key) ?? words.push(stated);
      known.set(key, row);
      return row;
    });
    return { fact, label, words, rows };
  });
}

export function decodeFacts(columns: readonly FactColumn[]): ViewFact[] {
  return columns.map(({ fact, label, words, rows }) => ({
    ...{ fact, label },
    services: rows.map(row => (row === 0 ? null : (words[row - 1] as StatedFact))),
  }));
}

/** What the page calls the facts, beside the region's own columns. */
export function withFactNames(words: SearchWords): SearchWords {
  const facts = Object.entries(professionalText.facts).map(([name, label]) => ({
    key: `professional/${name}`,
    label,
  }));
  return { ...words, fields: [...words.fields, ...facts] };
}

/**
 * The index of the professional view: `facts` can be asked for as any other fact, and results say them. `today` is
 * `YYYY-MM-DD` in Japan: 空き older than two weeks is an option of its own, and an old なし says nothing any more.
 */
export function withFacts(index: SearchIndex, facts: readonly ViewFact[], today: string): SearchIndex {
  const services = index.services.map((service, n) => {
    const stated = facts.flatMap(({ fact, services: of }) => (of[n] ? [[fact, of[n].text] as const] : []));
    return Object.assign(service, Object.fromEntries(stated));
  });
  const added = facts.map((fact): [Fact, FactIndex] => [fact.fact, toFactIndex(fact, today)]);
  return { ...index, services, facts: new Map([...index.facts, ...added]) };
}

function toFactIndex({ fact, label, services }: ViewFact, today: string): FactIndex {
  const options = new Map<string, Bits>();
  const noughts = new Map<string, Bits>();
  const unstated = emptyBits(services.length);
  const add = (sets: Map<string, Bits>, word: string, n: number) => {
    if (!sets.has(word)) sets.set(word, emptyBits(services.length));
    addBit(sets.get(word)!, n);
  };
  services.forEach((stated, n) => {
    const words = stated && optionsOn(stated, today);
    if (!words) addBit(unstated, n);
    for (const word of words ?? []) add(options, word, n);
    for (const word of stated?.noughts ?? []) add(noughts, word, n);
  });
  const isOpen = services.some(stated => stated?.noughts);
  const sorted = new Map([...options].sort(byPurpose));
  return { fact, label, options: sorted, unstated, ...(isOpen && { noughts }) };
}

const purposeOrder: readonly string[] = Object.values(professionalText.purposes);

/** Purposes in the order of the guide; whatever else, as it came, behind. */
function byPurpose([a]: [string, Bits], [b]: [string, Bits]): number {
  const rank = (word: string): number => purposeOrder.indexOf(word) + 1 || purposeOrder.length + 1;
  return rank(a) - rank(b);
}

/** Null: on that day it says nothing. */
function optionsOn({ options, dated = [] }: StatedFact, today: string): string[] | null {
  const fresh = dated.filter(([, asOf]) => isFresh(asOf, today));
  const old = dated.filter(entry => entry[0] !== '' && !fresh.includes(entry));
  if (dated.length > 0 && fresh.length + old.length === 0) return null;
  return [...options, ...fresh.flatMap(([word]) => word || []), ...old.map(([word]) => oldVacancy(word))];
}

function oldVacancy(word: string): string {
  return `${word}${professionalText.vacancyOld}`;
}
