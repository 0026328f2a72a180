/** 困りごと: what answers a resident's need, by type of office or by an answer of ○ or △. */
import type { SearchProps } from '../islands/search-props.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import type { Capability, Need } from '../model/vocabulary.ts';
import { notedAge } from './age-words.ts';
import { answerLabel, type ShownAnswer } from './capability-view.ts';
import { byType, type ListGroup } from './grouped-list.ts';
import { href } from './href.ts';

export interface NeedList {
  need: Need;
  groups: ListGroup[];
  count: number;
  /** Why a record is listed, where its type alone does not say it. */
  answers: ReadonlyMap<PublicFacility, ShownAnswer[]>;
  /** The need's capabilities that someone answered with ○ or △. */
  capabilities: Capability[];
}

/** The page for those who need help now, and all that is typed by them: a region may have another such need. */
export function urgentHelp({ vocabulary }: PublicDataset): SearchProps['urgent'] {
  const urgent = vocabulary.needs.filter(need => need.urgent);
  const [first] = urgent;
  if (!first) return null;
  const words = urgent.flatMap(need => need.words);
  return { label: first.label, url: href(`/need/${first.id}/`), words };
}

const lists = new WeakMap<PublicDataset, NeedList[]>();

/** One list per need, in the vocabulary's order. Records without an answer are not in it: unknown is not "yes". */
export function needLists(dataset: PublicDataset): NeedList[] {
  const known = lists.get(dataset);
  if (known) return known;
  const made = dataset.vocabulary.needs.map(need => needList(need, dataset));
  lists.set(dataset, made);
  return made;
}

function needList(need: Need, dataset: PublicDataset): NeedList {
  const { vocabulary } = dataset;
  const wanted = new Set(need.capabilities);
  const answers = new Map<PublicFacility, ShownAnswer[]>();
  const answered = new Set<string>();
  const facilities = dataset.facilities.flatMap(facility => {
    const given = facility.services
      .flatMap(service => service.capabilities.map(answer => ({ service, answer })))
      .filter(({ answer: { id, value } }) => wanted.has(id) && (value === 'yes' || value === 'conditional'));
    const services = facility.services.filter(
      service => need.types.includes(service.type) || given.some(each => each.service === service),
    );
    if (services.length === 0) return [];
    if (given.length > 0)
      answers.set(
        facility,
        given.flatMap(({ service, answer }) =>
          shownAnswer(
            { ...answer, note: notedAge(dataset, facility, service, answer) },
            vocabulary.capabilities,
          ),
        ),
      );
    for (const { answer } of given) answered.add(answer.id);
    return [{ facility, services }];
  });
  const groups = need.urgent ? typesFirst(need, byType(facilities, dataset)) : byType(facilities, dataset);
  const capabilities = need.capabilities.flatMap(id =>
    answered.has(id) ? (vocabulary.capabilities.get(id) ?? []) : [],
  );
  return { need, groups, count: facilities.length, answers, capabilities };
}

/** In a hurry: those whose type is for it (休日・夜間の診療所) before those listed for an answer. */
function typesFirst({ types }: Need, groups: readonly ListGroup[]): ListGroup[] {
  const rank = ({ id }: ListGroup): number => (types.includes(id) ? types.indexOf(id) : types.length);
  return groups.toSorted((a, b) => rank(a) - rank(b));
}

function shownAnswer(
  { id, value, relation, note }: PublicFacility['services'][number]['capabilities'][number],
  capabilities: ReadonlyMap<string, Capability>,
): ShownAnswer[] {
  const capability = capabilities.get(id);
  return capability ? [{ label: answerLabel(capability, relation), value, note }] : [];
}
