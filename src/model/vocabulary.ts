import { z } from 'zod';

/** Shown to everyone, or folded under 「くわしい項目」. Not an audience: both are public. */
export const prominenceSchema = z.enum(['everyone', 'detail']);

/** 実施・管理する (performs) and 必要な人を受け入れる (accepts) are different statements about one procedure. */
export const relationSchema = z.enum(['performs', 'accepts']);
export type Relation = z.infer<typeof relationSchema>;

/** Facts of a service that a list can have as a column. */
export const listFacts = [
  'hours',
  'specialities',
  'beds',
  'capacity',
  'service-area',
  'transfer-area',
  'acceptance',
  'care-levels',
] as const;
export type ListFact = (typeof listFacts)[number];

/** A kind of office a person looks for. Source: reference codes of 介護サービス情報公表, 医療情報ネット, WAM NET. */
export const facilityTypeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** 日本語の名前 (`訪問看護`). */
  label: z.string(),
  /** The word of a resident's list, where the formal one is long (`ケアマネジャー`). Default: label. */
  short: z.string().optional(),
  /** やさしい日本語 with spaces between phrases and furigana: `病院《びょういん》へ 行《い》く`. */
  easy: z.string(),
  /** English name for the `/en/` shell. */
  en: z.string().optional(),
  /** The letter group of the capability tables (H, C, …). Decides only what is asked and offered first. */
  letter: z.string().length(1),
  /** Which heading it stands under on the home page. */
  group: z.enum([
    'medical',
    'visiting',
    'day-stay',
    'residence',
    'consultation',
    'disability',
    'life-support',
  ]),
  /** Does the office come to the person's home, or does the person go there, live there or call? */
  mode: z.enum(['outpatient', 'visits', 'day', 'stay', 'residence', 'consultation', 'goods']),
  /** 介護サービス情報公表 3-digit codes. */
  kaigo: z.array(z.string().regex(/^\d{3}$/)).default([]),
  /** 医療情報ネット 機関区分 1–5. */
  navii: z.string().optional(),
  /** WAM NET file numbers. */
  wam: z.array(z.string()).default([]),
  /** GIF POIコード of 公共施設一覧. */
  poi: z.array(z.string()).default([]),
  /** Other spellings accepted in data and search. */
  aliases: z.array(z.string()).default([]),
  /** Default relation of procedure answers that do not say 実施 or 受け入れ. */
  relation: relationSchema,
  /** schema.org type. */
  schemaOrg: z.string().default('LocalBusiness'),
  /**
   * Columns of its lists after name and telephone, most wanted first: facts of a service (`listFacts`) or capability
   * ids. As many as fit a sheet of A4 are shown. Default: by `mode`.
   */
  columns: z.array(z.string()).optional(),
  /** Map marker: shape and colour token; the shape carries the meaning without colour. */
  marker: z.strictObject({
    shape: z.enum(['circle', 'square', 'diamond', 'triangle', 'hexagon', 'cross', 'house', 'pill']),
    color: z.enum(['blue', 'green', 'red', 'orange', 'purple', 'teal', 'brown', 'grey']),
  }),
});
export type FacilityType = z.infer<typeof facilityTypeSchema>;

export const capabilitySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: z.string(),
  /** 略称 among professionals, as 厚生局 abbreviates a 届出 (`支援診１`): the head of a narrow column. Found by search too. */
  short: z.string().optional(),
  /** Label when the office accepts people who need it (「人工呼吸器を使う人の受け入れ」). Only for procedures. */
  acceptsLabel: z.string().optional(),
  /** やさしい日本語 with furigana; absent where there is no resident wording. */
  easy: z.string().optional(),
  /** Group id (g1 … g16). */
  group: z.string(),
  /** Letters of the types that are asked; `*` = all. Answers of other types are kept all the same. */
  asked: z.string(),
  scenes: z.array(z.enum(['discharge', 'daily', 'emergency', 'end-of-life'])),
  prominence: prominenceSchema,
  /** 表6 indicators it feeds. */
  indicators: z.array(z.string()).default([]),
  /** Other spellings of it in data and search. */
  aliases: z.array(z.string()).default([]),
  /** Former ids. */
  formerIds: z.array(z.string()).default([]),
  /** A statement about a group of people: × is never published (§6.4a rule 5). */
  aboutPeople: z.boolean().default(false),
  /** Only official lists may set it (std-*, cert-*). */
  officialOnly: z.boolean().default(false),
});
export type Capability = z.infer<typeof capabilitySchema>;

export const capabilityGroupSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Short heading for residents. */
  easy: z.string().optional(),
});
export type CapabilityGroup = z.infer<typeof capabilityGroupSchema>;

/** A term that stands for several capabilities and cannot say which: read as △ of each (§6.5). */
export const ambiguousTermSchema = z.strictObject({
  terms: z.array(z.string()),
  capabilities: z.array(z.string()),
});

export const specialitySchema = z.strictObject({
  /** 診療科目コード, 5 digits (§2.3). */
  code: z.string().regex(/^\d{5}$/),
  label: z.string(),
  /** First two digits: 01 内科系 … 09 その他. */
  group: z.string(),
  aliases: z.array(z.string()).default([]),
});
export type Speciality = z.infer<typeof specialitySchema>;

export const sceneSchema = z.strictObject({
  id: z.enum(['discharge', 'daily', 'emergency', 'end-of-life']),
  label: z.string(),
  easy: z.string(),
  en: z.string().optional(),
  description: z.string(),
});
export type Scene = z.infer<typeof sceneSchema>;

/** Whom to call first. */
export const firstCallSchema = z.strictObject({
  label: z.string(),
  easy: z.string().optional(),
  en: z.string().optional(),
  /** Type whose list the words lead to. */
  type: z.string().optional(),
});
export type FirstCall = z.infer<typeof firstCallSchema>;

/** 困りごと: a resident's words and the filter that answers them. */
export const needSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  easy: z.string(),
  en: z.string().optional(),
  /** One to three plain sentences. */
  description: z.string(),
  easyDescription: z.string().optional(),
  enDescription: z.string().optional(),
  /** Begins with 119 and the numbers for emergencies. */
  urgent: z.boolean().default(false),
  /** What a resident types who has it. */
  words: z.array(z.string()).default([]),
  /** まず相談するところ, the first to call first. */
  first: z.array(firstCallSchema).default([]),
  /** What to do, in order. */
  steps: z.array(z.string()).default([]),
  types: z.array(z.string()).default([]),
  capabilities: z.array(z.string()).default([]),
});
export type Need = z.infer<typeof needSchema>;

/** ことばの説明: a word a resident meets here and may not know. */
export const glossaryTermSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** `胃ろう`. */
  term: z.string(),
  /** よみ in hiragana: furigana and the order of the list. */
  reading: z.string().regex(/^[ぁ-ゖー]+$/),
  /** Other spellings that mean it. */
  aliases: z.array(z.string()).default([]),
  /** Stands in brackets beside its first use on a page: `おなかに通した管から栄養をとる方法`. About 20 characters. */
  brief: z.string(),
  /** One to three plain sentences. */
  text: z.string(),
  /** やさしい日本語 with furigana. */
  easy: z.string().optional(),
  en: z.string().optional(),
  /** Types and capabilities it is about. */
  types: z.array(z.string()).default([]),
  capabilities: z.array(z.string()).default([]),
});
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;

/** Everything the site knows about words. Maps are by id (specialities by code). */
export interface Vocabulary {
  types: ReadonlyMap<string, FacilityType>;
  capabilities: ReadonlyMap<string, Capability>;
  capabilityGroups: readonly CapabilityGroup[];
  ambiguous: readonly z.infer<typeof ambiguousTermSchema>[];
  specialities: ReadonlyMap<string, Speciality>;
  specialityGroups: ReadonlyMap<string, string>;
  scenes: readonly Scene[];
  needs: readonly Need[];
  glossary: readonly GlossaryTerm[];
  /** 異体字: variant character → base (`髙` → `高`). `loose` pairs fold only in loose keys (斉 → 斎). */
  characterVariants: { exact: ReadonlyMap<string, string>; loose: ReadonlyMap<string, string> };
  /** Search synonyms: typed word → words it also means. */
  synonyms: ReadonlyMap<string, readonly string[]>;
}
