/** schema.org descriptions of what is no facility: the site, the way to a page, the data (https://schema.org). */
import type { PublicDataset } from '../model/dataset.ts';
import { knownLicence } from './licences.ts';

type Node = Record<string, unknown>;

/** A site whose search page is found under `searchPage` with the words behind `?q=`. */
export function websiteToJsonLd(name: string, home: string, searchPage: string): Node {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name,
    url: home,
    inLanguage: 'ja',
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${searchPage}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** The page itself comes last and needs no address. */
export function breadcrumbToJsonLd(above: readonly { name: string; url: string }[], here: string): Node {
  const items = [...above, { name: here, url: undefined }];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: items.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(url !== undefined && { item: url }),
    })),
  };
}

export interface Distribution {
  name: string;
  url: string;
  mediaType: string;
}

export interface DataDescription {
  name: string;
  description: string;
  /** Of the page about the data. */
  url: string;
  files: readonly Distribution[];
}

/** The published data with its licence, its sources and where it can be had. */
export function datasetToJsonLd({ site, asOf, sources }: PublicDataset, about: DataDescription): Node {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: about.name,
    description: about.description,
    url: about.url,
    inLanguage: 'ja',
    isAccessibleForFree: true,
    spatialCoverage: { '@type': 'Place', name: site.name },
    ...(asOf !== null && { dateModified: asOf }),
    ...(site.licence !== undefined && { license: licenceNode(site.licence) }),
    ...(site.contact && { creator: { '@type': 'Organization', name: site.contact.name } }),
    isBasedOn: sources.map(source => ({
      '@type': 'CreativeWork',
      name: source.title,
      ...(source.publisher !== null && { publisher: { '@type': 'Organization', name: source.publisher } }),
      ...(source.licence !== null && { license: licenceNode(source.licence) }),
      ...(source.credit !== null && { creditText: source.credit }),
      ...(source.url !== null && /^https?:/i.test(source.url) && { url: source.url }),
      ...(source.asOf !== null && { dateModified: source.asOf }),
    })),
    distribution: about.files.map(({ name, url, mediaType }) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: mediaType,
      contentUrl: url,
    })),
  };
}

/** `license` is an address or a work: words that name no known licence are the name of one. */
function licenceNode(text: string): string | Node {
  return knownLicence(text)?.url ?? { '@type': 'CreativeWork', name: text };
}
