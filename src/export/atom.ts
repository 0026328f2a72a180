/** The log of changes as an Atom feed (RFC 4287). Its times are those of the data, never of the build. */
import type { DatasetChanges } from '../model/changes.ts';

export interface FeedEntry {
  /** Address of the record's page, whole. */
  url: string;
  title: string;
  text: string;
}

export interface Feed {
  title: string;
  author: string;
  /** Address of the page of changes and of the feed itself, whole. */
  pageUrl: string;
  selfUrl: string;
  /** 時点 of the data: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  asOf: NonNullable<DatasetChanges['to']>;
  entries: readonly FeedEntry[];
}

/** The id of an entry is its page and the data's 時点: the same change is the same entry in every build. */
export function feedToAtom({ title, author, pageUrl, selfUrl, asOf, entries }: Feed): string {
  const updated = `${asOf.concat('-01-01').slice(0, 10)}T00:00:00+09:00`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    `<title>${escapeXml(title)}</title>`,
    `<id>${escapeXml(selfUrl)}</id>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(selfUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(pageUrl)}"/>`,
    ...entries.map(entry =>
      [
        '<entry>',
        `<title>${escapeXml(entry.title)}</title>`,
        `<id>${escapeXml(`${entry.url}#${asOf}`)}</id>`,
        `<updated>${updated}</updated>`,
        `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
        `<content type="text">${escapeXml(entry.text || entry.title)}</content>`,
        '</entry>',
      ].join('\n'),
    ),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Also without the control characters XML 1.0 does not allow. */
function escapeXml(text: string): string {
  const clean = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return clean
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
