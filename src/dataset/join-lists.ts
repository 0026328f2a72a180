import type { Issue } from '../issues/issue.ts';
import { issue } from '../issues/issue.ts';
import type { FileAccount } from '../model/dataset.ts';
import type { Facility, Service } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { lookupOf } from '../vocabulary/lookup.ts';
import type { JoinedRecord } from './layers.ts';
import type { ListedLine, ProfessionalLines } from './professional-lists.ts';
import { looseId } from './region-lists.ts';
import type { RejectedRow } from './sealing.ts';

export interface ListsJoined {
  /** In the order of those that were given. */
  facilities: Facility[];
  accounts: FileAccount[];
  rejected: RejectedRow[];
  issues: Issue[];
}

/**
 * Puts each line of `contacts.csv` and `vacancy.csv` to the record it names by id or official number, and to the
 * service where it names one (or the number is that of one service only). `shown` are the records of the professional
 * view; a line of any other record is held back with it. A window that names no service is the record's; 空き is always
 * of one service.
 */
export function joinLists(
  { windows, vacancies, accounts }: ProfessionalLines,
  shown: readonly Facility[],
  records: readonly JoinedRecord[],
  vocabulary: Vocabulary,
): ListsJoined {
  const joiner = new Joiner(shown, records, vocabulary, accounts);
  for (const line of windows) {
    const target = joiner.find(line);
    if (!target) continue;
    const { contactRules } = (target.service ?? target.facility).professional;
    contactRules.push(line.value);
  }
  for (const line of vacancies) {
    const target = joiner.find(line, true);
    target?.service?.professional.vacancies.push(line.value);
  }
  return joiner;
}

interface Target {
  facility: Facility;
  service: Service | null;
}

class Joiner implements ListsJoined {
  readonly facilities: Facility[];
  readonly accounts: FileAccount[];
  readonly rejected: RejectedRow[] = [];
  readonly issues: Issue[] = [];
  readonly #byKey: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #byId: ReadonlyMap<string, Facility>;
  readonly #vocabulary: Vocabulary;

  constructor(
    shown: readonly Facility[],
    records: readonly JoinedRecord[],
    vocabulary: Vocabulary,
    accounts: readonly FileAccount[],
  ) {
    this.facilities = shown.map(withOwnLists);
    this.accounts = accounts.map(account => ({ ...account }));
    this.#byId = new Map(this.facilities.map(facility => [facility.id, facility]));
    this.#byKey = keysOf(records);
    this.#vocabulary = vocabulary;
  }

  find(line: ListedLine<unknown>, needsService = false): Target | null {
    const { record } = line;
    if (record.typed === '') return this.#reject(line, issue('list-record-empty', record.at));
    const ids = this.#byKey.get(looseId(record.typed));
    if (!ids) return this.#reject(line, issue('list-record-not-found', record.at, record.typed));
    const found = [...ids].flatMap(id => this.#byId.get(id) ?? []);
    if (found.length === 0) {
      this.#count(line, 'heldBack');
      return null;
    }
    return this.#among(found, line, needsService);
  }

  #among(found: readonly Facility[], line: ListedLine<unknown>, needsService: boolean): Target | null {
    const { record, service } = line;
    const named = found.flatMap(facility =>
      this.#servicesMeant(facility, line).map(meant => ({ facility, service: meant as Service | null })),
    );
    const [first] = found;
    if (service.typed !== '' && named.length === 0)
      return this.#reject(line, issue('list-service-not-found', service.at, service.typed));
    if (named.length === 1) return this.#join(line, named[0] as Target);
    if (found.length > 1 || !first)
      return this.#reject(line, issue('list-record-ambiguous', record.at, record.typed));
    if (service.typed !== '' || needsService)
      return this.#reject(line, issue('list-service-needed', service.at, service.typed || record.typed));
    return this.#join(line, { facility: first, service: null });
  }

  /** By the word for the service where one is typed, else by the number; all where neither tells. */
  #servicesMeant(facility: Facility, { record, service }: ListedLine<unknown>): Service[] {
    const { services } = facility;
    const ofNumber = services.filter(({ numbers }) =>
      numbers.some(({ value }) => looseId(value) === looseId(record.typed)),
    );
    if (service.typed === '') return ofNumber.length > 0 ? ofNumber : services;
    const lookup = lookupOf(this.#vocabulary);
    const types = [
      ...lookup.typesNamed(service.typed).map(({ id }) => id),
      lookup.typeOfKaigoLabel(service.typed)?.id,
    ];
    const meant = services.filter(
      ({ type, key, name }) => types.includes(type) || key === service.typed || name === service.typed,
    );
    const both = meant.filter(each => ofNumber.includes(each));
    return both.length > 0 ? both : meant;
  }

  #join(line: ListedLine<unknown>, target: Target): Target {
    this.#count(line, 'merged');
    return target;
  }

  #reject(line: ListedLine<unknown>, found: Issue): null {
    this.issues.push(found);
    this.#count(line, 'rejected');
    this.rejected.push({ at: line.at, cells: line.cells.map(cell => ({ ...cell, sealed: true })) });
    return null;
  }

  #count({ at }: ListedLine<unknown>, fate: 'merged' | 'heldBack' | 'rejected'): void {
    const account = this.accounts.find(({ file, sheet }) => file === at.file && sheet === at.sheet);
    if (account) account[fate] += 1;
  }
}

/** A copy whose lists may grow; nothing else is touched. */
function withOwnLists(facility: Facility): Facility {
  const { professional, services } = facility;
  return {
    ...facility,
    professional: { ...professional, contactRules: [...professional.contactRules] },
    services: services.map(service => ({
      ...service,
      professional: {
        ...service.professional,
        contactRules: [...service.professional.contactRules],
        vacancies: [...service.professional.vacancies],
      },
    })),
  };
}

/** Every id and official number → the records that are known by it. */
function keysOf(records: readonly JoinedRecord[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { id, aliases, rows } of records) {
    const numbers = rows.flatMap(row => row.services.flatMap(({ numbers: own }) => own));
    for (const name of [id, ...aliases, ...numbers.map(({ value }) => value)]) {
      const key = looseId(name);
      keys.set(key, (keys.get(key) ?? new Set()).add(id));
    }
  }
  return keys;
}
