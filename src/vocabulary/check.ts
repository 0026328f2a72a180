import { type Issue, issue, type Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { type FacilityType, type FirstCall, listFacts, type Vocabulary } from '../model/vocabulary.ts';
import { foldLabel } from './fold.ts';
import type { Draft } from './load.ts';
import type { PlaceOf } from './merge.ts';

type Places = ReadonlyMap<unknown, PlaceOf>;

/**
 * Words that point to other entries. What points nowhere is told and taken out of the draft, so that nobody
 * behind the vocabulary meets an unknown id. Only entries of the files just read are judged.
 */
export function checkReferences(draft: Draft, places: Places, base: Vocabulary): Issue[] {
  return [
    ...checkCapabilities(draft, places, base),
    ...checkSpecialities(draft, places, base),
    ...checkNeeds(draft, places),
    ...checkGlossary(draft, places),
    ...checkAmbiguous(draft, places),
    ...checkCodes(draft, places, base),
    ...checkWords(draft, places),
    ...checkColumns(draft, places),
  ];
}

function checkCapabilities(draft: Draft, places: Places, base: Vocabulary): Issue[] {
  const letters = new Set(['*', ...[...draft.types.values()].map(type => type.letter)]);
  return [...draft.capabilities.values()].flatMap(capability => {
    const place = places.get(capability);
    if (!place) return [];
    const issues = [
      ...unknownOf([capability.group], draft.groups, place('group')),
      ...unknownOf([...capability.asked], letters, place('asked')),
    ];
    if (issues.length > 0) restore(draft.capabilities, base.capabilities, capability.id);
    return issues;
  });
}

function checkColumns(draft: Draft, places: Places): Issue[] {
  const known = new Map<string, unknown>([
    ...listFacts.map(fact => [fact, fact] as const),
    ...draft.capabilities,
  ]);
  return [...draft.types.values()].flatMap(type => {
    const columns = type.columns?.filter(id => known.has(id));
    const place = places.get(type);
    if (!type.columns || !columns || columns.length === type.columns.length) return [];
    draft.types.set(type.id, { ...type, columns });
    return place ? unknownOf(type.columns, known, place('columns')) : [];
  });
}

function checkSpecialities(draft: Draft, places: Places, base: Vocabulary): Issue[] {
  return [...draft.specialities.values()].flatMap(speciality => {
    const place = places.get(speciality);
    if (!place) return [];
    const issues = unknownOf([speciality.group], draft.specialityGroups, place('group'));
    if (issues.length > 0) restore(draft.specialities, base.specialities, speciality.code);
    return issues;
  });
}

function checkNeeds(draft: Draft, places: Places): Issue[] {
  return [...draft.needs.values()].flatMap(need => {
    const types = need.types.filter(id => draft.types.has(id));
    const capabilities = need.capabilities.filter(id => draft.capabilities.has(id));
    const place = places.get(need);
    const first = need.first.map(call => knownType(call, draft));
    draft.needs.set(need.id, { ...need, types, capabilities, first });
    if (!place) return [];
    return [
      ...unknownOf(need.types, draft.types, place('types')),
      ...unknownOf(need.capabilities, draft.capabilities, place('capabilities')),
      ...unknownOf(
        need.first.flatMap(({ type }) => type ?? []),
        draft.types,
        place('first'),
      ),
    ];
  });
}

/** A call whose type is unknown keeps its words and leads nowhere. */
function knownType(call: FirstCall, { types }: Draft): FirstCall {
  if (call.type === undefined || types.has(call.type)) return call;
  const { type: _, ...words } = call;
  return words;
}

function checkGlossary(draft: Draft, places: Places): Issue[] {
  return [...draft.glossary.values()].flatMap(term => {
    const types = term.types.filter(id => draft.types.has(id));
    const capabilities = term.capabilities.filter(id => draft.capabilities.has(id));
    draft.glossary.set(term.id, { ...term, types, capabilities });
    const place = places.get(term);
    if (!place) return [];
    return [
      ...unknownOf(term.types, draft.types, place('types')),
      ...unknownOf(term.capabilities, draft.capabilities, place('capabilities')),
    ];
  });
}

function checkAmbiguous(draft: Draft, places: Places): Issue[] {
  const issues: Issue[] = [];
  draft.ambiguous = draft.ambiguous.flatMap(term => {
    const place = places.get(term);
    if (place) issues.push(...unknownOf(term.capabilities, draft.capabilities, place('capabilities')));
    const capabilities = term.capabilities.filter(id => draft.capabilities.has(id));
    if (capabilities.length === term.capabilities.length) return [term];
    return capabilities.length > 0 ? [{ ...term, capabilities }] : [];
  });
  return issues;
}

/** An official code can mean one type only; the region's entry that takes another's code is left as it was. */
function checkCodes(draft: Draft, places: Places, base: Vocabulary): Issue[] {
  const owners = new Map<string, FacilityType>();
  const written = (type: FacilityType) => places.has(type);
  const untouchedFirst = [...draft.types.values()].sort((a, b) => Number(written(a)) - Number(written(b)));
  return untouchedFirst.flatMap(type =>
    codesOf(type).flatMap(([system, code]) => {
      const owner = owners.get(`${system} ${code}`);
      if (!owner) owners.set(`${system} ${code}`, type);
      const place = places.get(type);
      if (!owner || !place) return [];
      restore(draft.types, base.types, type.id);
      return [issue('vocabulary-code-twice', place(system), code, { other: owner.label })];
    }),
  );
}

function codesOf(type: FacilityType): [string, string][] {
  const navii = type.navii === undefined ? [] : [type.navii];
  const systems: [string, readonly string[]][] = [
    ['kaigo', type.kaigo],
    ['navii', navii],
    ['wam', type.wam],
    ['poi', type.poi],
  ];
  return systems.flatMap(([system, codes]) => codes.map(code => [system, code] as [string, string]));
}

/** An alias of two capabilities is read as △ of both: worth a word to the person who wrote it. */
function checkWords(draft: Draft, places: Places): Issue[] {
  const owners = new Map<string, string>();
  const claims = [...draft.capabilities.values()].flatMap(capability =>
    [capability.label, ...capability.aliases].map(word => ({ capability, word, key: foldLabel(word) })),
  );
  return claims.flatMap(({ capability, word, key }) => {
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, capability.id);
    if (owner === undefined || owner === capability.id) return [];
    const place = places.get(capability) ?? places.get(draft.capabilities.get(owner));
    return place
      ? [issue('vocabulary-word-twice', place(), word, { ids: `${owner}\n${capability.id}` })]
      : [];
  });
}

function unknownOf(
  ids: readonly string[],
  known: { has(id: string): boolean; keys(): Iterable<string> },
  place: Place,
): Issue[] {
  return [...new Set(ids)].flatMap(id => {
    if (known.has(id)) return [];
    const close = nearest(id, known.keys());
    return [issue('vocabulary-reference-unknown', place, id, close ? { nearest: close } : {})];
  });
}

function restore<T>(draft: Map<string, T>, base: ReadonlyMap<string, T>, id: string): void {
  const before = base.get(id);
  if (before) draft.set(id, before);
  else draft.delete(id);
}
