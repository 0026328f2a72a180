import type { APIContext } from 'astro';
import { changeLines } from '../components/changes-view.ts';
import { href } from '../components/href.ts';
import { siteTitle } from '../components/site-index.ts';
import { currentDataset } from '../dataset/current.ts';
import { feedToAtom } from '../export/atom.ts';
import type { RecordChange } from '../model/changes.ts';
import { newsText } from '../text/news.ts';

/** A feed holds whole addresses and times: there is one only when the site's address and the data's 時点 are known. */
export function getStaticPaths() {
  const { changes } = currentDataset();
  return import.meta.env.SITE && changes?.to ? [{ params: { changes: 'changes' } }] : [];
}

export function GET({ site: origin }: APIContext): Response {
  const { site, changes } = currentDataset();
  const text = newsText.changes;
  const whole = (path: string): string => new URL(href(path), origin).href;
  const entry = (title: (name: string) => string) => (record: RecordChange) => ({
    url: whole(`/f/${record.id}/`),
    title: title(record.name),
    text: changeLines(record).join('\n'),
  });
  const atom = feedToAtom({
    title: `${text.title}｜${siteTitle(site)}`,
    author: site.contact?.name ?? site.name,
    pageUrl: whole('/changes/'),
    selfUrl: whole('/changes.xml'),
    asOf: changes?.to ?? '',
    entries: [
      ...(changes?.added ?? []).map(entry(text.feedAdded)),
      ...(changes?.changed ?? []).map(entry(text.feedChanged)),
      ...(changes?.removed ?? []).map(entry(text.feedRemoved)),
    ],
  });
  return new Response(atom, { headers: { 'content-type': 'application/atom+xml' } });
}
