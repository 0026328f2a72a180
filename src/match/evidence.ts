import { distanceKm } from '../geo/distance.ts';
import { type NameRelation, relateNames } from './names.ts';
import type { AddressTrait, Standing, Traits } from './traits.ts';

/** For or against two records being one office, in points and in words (empty: not worth a word). */
interface Evidence {
  points: number;
  words: string;
}

export interface Weighed {
  /** 0–100. */
  score: number;
  /** What speaks for it, then what speaks against it. */
  reasons: string[];
  distanceKm: number | null;
}

/** Telephones that several places answer under (a corporation's, a call centre's). */
export type SharedPhones = ReadonlySet<string>;

/**
 * How likely two records are one office: the sum of points for and against, from 0 to 100. It is additive like the
 * match weights of Fellegi and Sunter (A Theory for Record Linkage, 1969), with weights set by hand on pairs that were
 * judged by reading; 50 proposes. "One office" is what a person would call: one name at one place.
 *
 * | what is known of both               | points                                                                 |
 * | official number                     | same 60                                                                |
 * | name                                | same 40; same without the service's words 35; with words in front 30;  |
 * |                                     | with a name of its own behind 20; similar 10; other −25, but 0 where   |
 * |                                     | service, address and telephone are the same (a new name)              |
 * | 第二, 2号店, ユニット, 新館 …        | not the same −45                                                       |
 * | address to the block                | same 25; one stops at the town 5; other −30, or −10 within 50 m        |
 * | telephone                           | same 25, but 5 when three places or more have it; other −30            |
 * | position                            | within 100 m 10; within 300 m 5; beyond 1 km, at another address, −30  |
 * | 病院・老健・特養 … and what is beside | two institutions, or one and a day, visiting or consultation office −50 |
 * | リハビリ beside a 病院・診療所        | under the institution's own number 15; under a number of its own −10   |
 * | one list, one kind of service         | −20, and −25 more with two numbers; only with one name                |
 */
export function weigh(a: Traits, b: Traits, shared: SharedPhones): Weighed {
  const relation = relateNames(a.names, b.names);
  const address = relateAddresses(a.addresses, b.addresses);
  const apart = a.position && b.position ? distanceKm(a.position, b.position) : null;
  const found = [
    weighNumbers(a, b),
    relation === 'different' && isRenamed(a, b, address, shared) ? renamed : weighNames(relation),
    weighBranches(a, b, relation),
    weighAddresses(address, apart),
    weighPhones(a, b, shared),
    weighPositions(apart, address),
    weighInstitutions(a.standing, b.standing),
    weighRehab(a.standing, b.standing),
    weighRehab(b.standing, a.standing),
    weighOneList(a, b, relation),
  ];
  const sum = found.reduce((total, { points }) => total + points, 0);
  const worded = found.filter(({ words }) => words !== '');
  const [positive, negative] = [worded.filter(one => one.points > 0), worded.filter(one => one.points <= 0)];
  return {
    score: Math.max(0, Math.min(100, sum)),
    reasons: [...positive, ...negative].map(({ words }) => words),
    distanceKm: apart,
  };
}

const nothing: Evidence = { points: 0, words: '' };

function weighNumbers(a: Traits, b: Traits): Evidence {
  return intersects(a.numbers, b.numbers) ? { points: 60, words: '公的な番号が同じ' } : nothing;
}

const nameEvidence: Readonly<Record<NameRelation, Evidence>> = {
  equal: { points: 40, words: '名称が同じ' },
  house: { points: 35, words: 'サービスの言葉を除くと名称が同じ' },
  tail: { points: 30, words: '名称の前に言葉が付くだけ' },
  head: { points: 20, words: '名称のうしろに言葉が付く' },
  similar: { points: 10, words: '名称が似ている' },
  different: { points: -25, words: '名称が違う' },
  unknown: nothing,
};

function weighNames(relation: NameRelation): Evidence {
  return nameEvidence[relation];
}

const renamed: Evidence = { points: 0, words: '名称が違う（変わったか）' };

function isRenamed(a: Traits, b: Traits, address: AddressRelation, shared: SharedPhones): boolean {
  const hasOneService = [...a.numbersByType.keys()].some(type => b.numbersByType.has(type));
  const hasOnePhone = [...a.phones].some(phone => b.phones.has(phone) && !shared.has(phone));
  return address === 'same' && hasOneService && hasOnePhone;
}

function weighBranches(a: Traits, b: Traits, relation: NameRelation): Evidence {
  if (relation === 'equal' || relation === 'unknown' || relation === 'different') return nothing;
  const branches = new Set(b.names.map(name => name.branch));
  if (a.names.some(name => branches.has(name.branch))) return nothing;
  return { points: -45, words: '「第二」「ユニット」などの言葉が違う' };
}

type AddressRelation = 'same' | 'town' | 'different' | 'unknown';

function relateAddresses(a: readonly AddressTrait[], b: readonly AddressTrait[]): AddressRelation {
  const relations = new Set(a.flatMap(one => b.map(other => relateAddress(one, other))));
  return (['same', 'town', 'different'] as const).find(relation => relations.has(relation)) ?? 'unknown';
}

function relateAddress(a: AddressTrait, b: AddressTrait): AddressRelation {
  if (a.key === '' || b.key === '') return 'unknown';
  if (differ(a.prefecture, b.prefecture) || differ(a.municipality, b.municipality)) return 'different';
  if (a.key === b.key) return /\d/.test(a.key) ? 'same' : 'town';
  const [short, long] = a.key.length < b.key.length ? [a.key, b.key] : [b.key, a.key];
  return long.startsWith(short) && /^[-\d]/.test(long.slice(short.length)) && !/\d$/.test(short)
    ? 'town'
    : 'different';
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function weighAddresses(relation: AddressRelation, apart: number | null): Evidence {
  if (relation === 'same') return { points: 25, words: '住所が同じ' };
  if (relation === 'town') return { points: 5, words: '住所の町名が同じ（番地がない）' };
  if (relation === 'unknown') return nothing;
  return { points: apart !== null && apart <= 0.05 ? -10 : -30, words: '住所が違う' };
}

function weighPhones(a: Traits, b: Traits, shared: SharedPhones): Evidence {
  if (a.phones.size === 0 || b.phones.size === 0) return nothing;
  const common = [...a.phones].filter(phone => b.phones.has(phone));
  if (common.length === 0) return { points: -30, words: '電話番号が違う' };
  return common.every(phone => shared.has(phone))
    ? { points: 5, words: '電話番号が同じ（ほかの場所とも同じ）' }
    : { points: 25, words: '電話番号が同じ' };
}

function weighPositions(apart: number | null, address: AddressRelation): Evidence {
  if (apart === null) return nothing;
  if (apart <= 0.3) return { points: apart <= 0.1 ? 10 : 5, words: '位置が近い' };
  return apart > 1 && address !== 'same' ? { points: -30, words: '位置が離れている' } : nothing;
}

/** A clinic is no other house than the hospital of its list, nor than the 特養 or 養護 whose 医務室 it is. */
function weighInstitutions(a: Standing, b: Standing): Evidence {
  const against = { points: -50, words: '施設の種類が違う' };
  if (a.institutions.size > 0 && b.institutions.size > 0) {
    const agree = [...a.institutions].some(one => [...b.institutions].some(other => canBeOne(one, other)));
    return agree ? nothing : against;
  }
  return isBeside(a, b) || isBeside(b, a) ? against : nothing;
}

function canBeOne(a: string, b: string): boolean {
  if (a === b) return true;
  const other = a === 'clinic' ? b : b === 'clinic' ? a : null;
  return other !== null && !['roken', 'iryoin', 'ryoyo-iryo'].includes(other);
}

/** An institution, and an office of day, visiting or consultation services that is none and stands beside it. */
function isBeside(house: Standing, office: Standing): boolean {
  return (
    house.institutions.size > 0 &&
    office.institutions.size === 0 &&
    office.isSideOffice &&
    !house.isSideOffice
  );
}

function weighRehab(institution: Standing, { rehab, institutions }: Standing): Evidence {
  const isMedical = institution.institutions.has('hospital') || institution.institutions.has('clinic');
  if (!isMedical || institution.rehab !== null || rehab === null) return nothing;
  if (rehab === 'deemed') return { points: 15, words: '医療機関としての指定' };
  return institutions.size > 0 ? nothing : { points: -10, words: '' };
}

/** A list tells two offices of one kind apart by their names, so such lines are one office only under one name. */
function weighOneList(a: Traits, b: Traits, relation: NameRelation): Evidence {
  const isOneKind = [...a.numbersByType.keys()].some(type => b.numbersByType.has(type));
  if (!isOneKind || !intersects(a.layers, b.layers)) return nothing;
  const words = '1つの一覧の別の行';
  if (relation !== 'equal') return { points: -100, words };
  return { points: hasTwoNumbers(a, b) ? -45 : -20, words };
}

function hasTwoNumbers(a: Traits, b: Traits): boolean {
  return [...a.numbersByType].some(([type, numbers]) => {
    const others = b.numbersByType.get(type);
    return others && numbers.size > 0 && others.size > 0 && !intersects(numbers, others);
  });
}

function intersects<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
