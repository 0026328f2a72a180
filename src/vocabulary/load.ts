import { z } from 'zod';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { checkYamlData, readYamlSource } from '../issues/yaml.ts';
import {
  ambiguousTermSchema,
  type Capability,
  type CapabilityGroup,
  capabilityGroupSchema,
  capabilitySchema,
  type FacilityType,
  facilityTypeSchema,
  type GlossaryTerm,
  glossaryTermSchema,
  type Need,
  needSchema,
  type Scene,
  type Speciality,
  sceneSchema,
  specialitySchema,
  type Vocabulary,
} from '../model/vocabulary.ts';
import { checkReferences } from './check.ts';
import { mergeEntries, placeOf, type Reading } from './merge.ts';

export interface VocabularyFile {
  /** `types.yaml`; a folder before it is only shown in messages. */
  name: string;
  text: string;
}

const emptyVocabulary: Vocabulary = {
  types: new Map(),
  capabilities: new Map(),
  capabilityGroups: [],
  ambiguous: [],
  specialities: new Map(),
  specialityGroups: new Map(),
  scenes: [],
  needs: [],
  glossary: [],
  characterVariants: { exact: new Map(), loose: new Map() },
  synonyms: new Map(),
};

/** The shipped vocabulary from the text of its YAML files. Reads no disk: the caller brings the text. */
export function parseVocabulary(files: readonly VocabularyFile[]): Read<Vocabulary> {
  return overrideVocabulary(emptyVocabulary, files);
}

/**
 * A vocabulary with a region's files (of the same names) laid over it. Entries are merged by id: keys that are
 * not written keep their value, `aliases` and `formerIds` are added to the existing ones, a new id is a new entry
 * and must be complete. An entry with a problem is told and left as it was.
 */
export function overrideVocabulary(base: Vocabulary, files: readonly VocabularyFile[]): Read<Vocabulary> {
  const draft = draftOf(base);
  const issues: Issue[] = [];
  const places: Reading['places'] = new Map();
  for (const file of files) {
    const read = readers.get(baseName(file.name));
    if (!read) issues.push(unknownFile(file.name));
    else {
      const source = readYamlSource(file.name, file.text);
      issues.push(...source.issues);
      if (source.value) read({ source: source.value, issues, places }, draft);
    }
  }
  issues.push(...checkReferences(draft, places, base));
  return { value: vocabularyOf(draft), issues };
}

/** The vocabulary while it is being put together. */
export interface Draft {
  types: Map<string, FacilityType>;
  capabilities: Map<string, Capability>;
  groups: Map<string, CapabilityGroup>;
  ambiguous: z.infer<typeof ambiguousTermSchema>[];
  specialities: Map<string, Speciality>;
  specialityGroups: Map<string, string>;
  scenes: Map<string, Scene>;
  needs: Map<string, Need>;
  glossary: Map<string, GlossaryTerm>;
  exact: Map<string, string>;
  loose: Map<string, string>;
  synonyms: Map<string, readonly string[]>;
}

function draftOf(base: Vocabulary): Draft {
  return {
    types: new Map(base.types),
    capabilities: new Map(base.capabilities),
    groups: byId(base.capabilityGroups),
    ambiguous: [...base.ambiguous],
    specialities: new Map(base.specialities),
    specialityGroups: new Map(base.specialityGroups),
    scenes: byId(base.scenes),
    needs: byId(base.needs),
    glossary: byId(base.glossary),
    exact: new Map(base.characterVariants.exact),
    loose: new Map(base.characterVariants.loose),
    synonyms: new Map(base.synonyms),
  };
}

function vocabularyOf(draft: Draft): Vocabulary {
  const { types, capabilities, ambiguous, specialities, specialityGroups, synonyms, exact, loose } = draft;
  return {
    types,
    capabilities,
    capabilityGroups: [...draft.groups.values()],
    ambiguous,
    specialities,
    specialityGroups,
    scenes: [...draft.scenes.values()],
    needs: [...draft.needs.values()],
    glossary: [...draft.glossary.values()],
    characterVariants: { exact, loose },
    synonyms,
  };
}

function byId<T extends { id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map(entry => [entry.id, entry]));
}

const list = z.array(z.unknown()).optional();
const words = z.record(z.string(), z.string()).optional();

/** What each file may hold. Entries are checked one by one, so that one mistake costs one entry. */
const readers: ReadonlyMap<string, (reading: Reading, draft: Draft) => void> = new Map([
  [
    'types.yaml',
    (reading: Reading, draft: Draft) => {
      const read = envelope(reading, z.strictObject({ types: list }));
      mergeEntries(reading, 'types', read?.types, draft.types, facilityTypeSchema, 'id');
    },
  ],
  ['capabilities.yaml', readCapabilities],
  [
    'specialities.yaml',
    (reading: Reading, draft: Draft) => {
      const read = envelope(reading, z.strictObject({ groups: words, specialities: list }));
      mergeWords(read?.groups, draft.specialityGroups);
      mergeEntries(reading, 'specialities', read?.specialities, draft.specialities, specialitySchema, 'code');
    },
  ],
  [
    'scenes.yaml',
    (reading: Reading, draft: Draft) => {
      const read = envelope(reading, z.strictObject({ scenes: list }));
      mergeEntries(reading, 'scenes', read?.scenes, draft.scenes, sceneSchema, 'id');
    },
  ],
  [
    'needs.yaml',
    (reading: Reading, draft: Draft) => {
      const read = envelope(reading, z.strictObject({ needs: list }));
      mergeEntries(reading, 'needs', read?.needs, draft.needs, needSchema, 'id');
    },
  ],
  [
    'glossary.yaml',
    (reading: Reading, draft: Draft) => {
      const read = envelope(reading, z.strictObject({ glossary: list }));
      mergeEntries(reading, 'glossary', read?.glossary, draft.glossary, glossaryTermSchema, 'id');
    },
  ],
  [
    'synonyms.yaml',
    (reading: Reading, draft: Draft) => {
      const read = envelope(
        reading,
        z.strictObject({ synonyms: z.record(z.string(), z.array(z.string())).optional() }),
      );
      for (const [word, also] of Object.entries(read?.synonyms ?? {})) {
        draft.synonyms.set(word, [...new Set([...(draft.synonyms.get(word) ?? []), ...also])]);
      }
    },
  ],
  [
    'characters.yaml',
    (reading: Reading, draft: Draft) => {
      const read = envelope(reading, z.strictObject({ exact: words, loose: words }));
      mergeWords(read?.exact, draft.exact);
      mergeWords(read?.loose, draft.loose);
    },
  ],
]);

function readCapabilities(reading: Reading, draft: Draft): void {
  const read = envelope(reading, z.strictObject({ groups: list, capabilities: list, ambiguous: list }));
  mergeEntries(reading, 'groups', read?.groups, draft.groups, capabilityGroupSchema, 'id');
  mergeEntries(reading, 'capabilities', read?.capabilities, draft.capabilities, capabilitySchema, 'id');
  for (const [index, entry] of (read?.ambiguous ?? []).entries()) {
    const path = ['ambiguous', index];
    const checked = checkYamlData(reading.source, ambiguousTermSchema, entry, path);
    reading.issues.push(...checked.issues);
    if (!checked.value) continue;
    reading.places.set(checked.value, placeOf(reading.source, path));
    draft.ambiguous.push(checked.value);
  }
}

function envelope<T>(reading: Reading, schema: z.ZodType<T>): T | null {
  const read = checkYamlData(reading.source, schema, reading.source.data);
  reading.issues.push(...read.issues);
  return read.value;
}

function mergeWords(read: Readonly<Record<string, string>> | undefined, into: Map<string, string>): void {
  for (const [from, to] of Object.entries(read ?? {})) into.set(from, to);
}

function baseName(name: string): string {
  return (name.split('/').at(-1) ?? '').toLowerCase().replace(/\.yml$/, '.yaml');
}

function unknownFile(name: string): Issue {
  const known = [...readers.keys()];
  const close = nearest(baseName(name), known);
  return issue('vocabulary-file-unknown', { file: name }, '', {
    known: known.join('\n'),
    ...(close ? { nearest: close } : {}),
  });
}
