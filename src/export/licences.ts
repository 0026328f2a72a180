/** A licence as programs know it: an SPDX identifier where it has one, and the address of its text. */
export interface KnownLicence {
  name: string | null;
  url: string;
}

const creativeCommons =
  /^(?:CC|クリエイティブ・?コモンズ)[\s・-]*(BY(?:-?(?:SA|ND|NC)){0,2}|0|表示)[\s・-]*(\d\.\d)?/i;

/**
 * What a region wrote as its licence (`CC BY 4.0`, 公共データ利用規約（第1.0版）); null for words of its own, which are then
 * given as they are. A Creative Commons licence without a version is not one licence, and not known.
 */
export function knownLicence(text: string | null | undefined): KnownLicence | null {
  const folded = (text ?? '').normalize('NFKC').trim();
  if (/公共データ利用規約|^PDL\s*1\.0/i.test(folded))
    return { name: null, url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0' };
  const [, terms = '', version] = creativeCommons.exec(folded) ?? [];
  const kind = terms.toUpperCase().replace('表示', 'BY');
  if (kind === '0') return { name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  if (kind === '' || version === undefined) return null;
  const parts = kind.replace(/(?<=[A-Z])(?=SA|ND|NC)/g, '-').replace(/--/g, '-');
  return {
    name: `CC-${parts}-${version}`,
    url: `https://creativecommons.org/licenses/${parts.toLowerCase()}/${version}/`,
  };
}
