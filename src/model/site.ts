import { z } from 'zod';

const text = z.string();

/** 掲載区分: may this be shown to all, to professionals only, or not at all? */
export const listingSchema = z.enum(['public', 'professional', 'none']);
export type Listing = z.infer<typeof listingSchema>;

const oneOrMany = z
  .union([text, z.array(text)])
  .transform(value => (typeof value === 'string' ? [value] : value));

/** One entry of `sources:`; a source is a layer. */
export const sourceSchema = z.strictObject({
  /** Path from the region's folder; may leave it (`../shared/x.csv`). */
  file: text,
  /** Name shown to people. Default: the file's name. */
  title: text.optional(),
  /** Format id; default: recognised from the header. */
  layout: text.optional(),
  /**
   * Only rows of these municipalities (6- or 5-digit code or name), prefecture (name or 2-digit code), areas (id or name),
   * or within the outlines of a GeoJSON file (`polygon`, a path from the region's folder).
   */
  only: z
    .union([
      oneOrMany,
      z.strictObject({
        municipality: oneOrMany.optional(),
        prefecture: oneOrMany.optional(),
        area: oneOrMany.optional(),
        polygon: oneOrMany.optional(),
      }),
    ])
    .optional(),
  publisher: text.optional(),
  licence: text.optional(),
  url: text.optional(),
  credit: text.optional(),
  /** 時点. */
  asOf: text.optional(),
  kind: z.enum(['official', 'survey']).default('survey'),
  listing: listingSchema.default('public'),
});
export type Source = z.infer<typeof sourceSchema>;

/** One entry of `desks:`: a 相談窓口 that is no office of the tables (市の窓口, 医師会, 消費者センター …). */
export const deskSchema = z.strictObject({
  /** 窓口の名前 (`みほ野市 高齢福祉課`). */
  name: text,
  /** What kind of desk it is (`市の窓口`, `医師会`). Shown before the name. */
  kind: text.optional(),
  phone: text.optional(),
  email: text.optional(),
  url: text.optional(),
  /** 受付時間, as people say it (`平日 8:30-17:15`). */
  hours: text.optional(),
  /** What may be asked there, or what to know before calling. */
  note: text.optional(),
  /** Whose calls it takes. */
  for: z.enum(['residents', 'professionals', 'both']).default('residents'),
  /** 担当地域, in words (`西町・東町`). Default: all of the region. */
  areas: oneOrMany.default([]),
});
export type Desk = z.infer<typeof deskSchema>;

const months = z.number().int().positive();

/**
 * 何か月で古くなるか, for kinds of values that fade sooner or later than the rest. Default: 受け入れ 3 (or
 * `staleAfterMonths`, where that is less), else `staleAfterMonths`.
 */
export const staleAfterSchema = z.strictObject({
  /** 新規の受け入れ. */
  acceptance: months.optional(),
  /** できること. */
  capabilities: months.optional(),
  /** 電話番号. */
  phones: months.optional(),
  /** 診療・営業などの時間. */
  hours: months.optional(),
  /** 訪問地域と送迎範囲. */
  serviceArea: months.optional(),
  /** 料金, 職員, 病床, 定員. */
  size: months.optional(),
  /** 名前と住所. */
  place: months.optional(),
  /** Whatever an official list (`kind: official`) says, of any kind. */
  official: months.optional(),
});

/** `site.yaml`. The smallest file is one line: `name: みほん圏域`. */
export const siteSchema = z.strictObject({
  /** 地域の名前. */
  name: text,
  /** 地域の名前のよみ (`みほんけんいき`): the furigana of `/easy/`. */
  nameKana: text.optional(),
  /** The name in Latin letters (`Mihon area`), for `/en/`. Default: the Japanese name. */
  nameEn: text.optional(),
  /** Title of the site. Default: `<name> 医療・介護 資源マップ`. */
  title: text.optional(),
  description: text.optional(),
  /** A fictional region: every page says so. */
  demo: z.boolean().default(false),
  /** Municipalities of interest (6-digit code or name). Rows outside are counted, not shown. */
  municipalities: oneOrMany.default([]),
  prefecture: text.optional(),
  contact: z
    .strictObject({
      name: text,
      phone: text.optional(),
      email: text.optional(),
      form: text.optional(),
      hours: text.optional(),
    })
    .optional(),
  /** 休日夜間の当番 and the like: shown in urgent places. */
  emergency: z
    .array(
      z.strictObject({
        label: text,
        phone: text.optional(),
        url: text.optional(),
        note: text.optional(),
        /** The note for `/easy/`, 漢字《かんじ》 with its reading. Default: the note. */
        noteEasy: text.optional(),
        /** For `/en/`. Default: what is written in Japanese. */
        labelEn: text.optional(),
        noteEn: text.optional(),
      }),
    )
    .default([]),
  /** 相談窓口 of the region's own, in the order they are shown. Those in the tables need not be repeated. */
  desks: z.array(deskSchema).default([]),
  map: z
    .strictObject({
      tiles: text.default('https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png'),
      attribution: text.default('地理院タイル'),
      attributionUrl: text.default('https://maps.gsi.go.jp/development/ichiran.html'),
      minZoom: z.number().int().default(5),
      maxZoom: z.number().int().default(18),
    })
    .prefault({}),
  sources: z.array(sourceSchema).optional(),
  /** GeoJSON files of areas beyond `areas.geojson`: which property is the id and the name. */
  areas: z
    .array(
      z.strictObject({
        file: text,
        kind: z.enum(['municipality', 'sphere', 'town']).default('town'),
        id: text.default('id'),
        name: text.default('name'),
        parent: text.optional(),
        /** Property names of the figures. */
        population: text.optional(),
        population65: text.optional(),
        population75: text.optional(),
        /** Only features whose id begins with one of these. */
        only: oneOrMany.optional(),
        credit: text.optional(),
      }),
    )
    .default([]),
  /** Type ids the region wants named on the home page when the data has none. Default: the main types. */
  expectedTypes: z.array(text).optional(),
  /** Texts that anyone may read although a professional value says the same: the build does not look for them. */
  publicTexts: oneOrMany.default([]),
  /** The 時点 of the region; default: the newest layer's. */
  asOf: text.optional(),
  /** What was published before: the folder of an earlier output, its `data/facilities.json`, or the address of either. Path from the region's folder. */
  previous: text.optional(),
  /** Months after which a confirmation counts as old. */
  staleAfterMonths: months.default(12),
  staleAfterMonthsOf: staleAfterSchema.prefault({}),
  licence: text.optional(),
  /** Texts of the about page. */
  order: text.optional(),
  disclaimer: text.optional(),
  publishing: z.strictObject({ site: z.url().optional(), base: text.default('/') }).prefault({}),
});
export type Site = z.infer<typeof siteSchema>;
