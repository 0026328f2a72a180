import type { CellRead } from '../issues/issue.ts';
import { cleanCell, dashCharacters, foldWidth, isTooLong, nothing, repaired, statesNone } from './text.ts';

// `ー` may stand in a Japanese host name.
const dashInHost = new RegExp(`[${dashCharacters.replace('\\u30FC', '').replace('\u30FC', '')}]`, 'g');
const label = /^(?:url|hp|ホームページ|ウェブサイト|ブログ|サイト)\s*[:.=]?\s*(?=[hw/:])/i;
// http:// as it is really typed: http//, http:/, https;//, hppts://, htt:/, httpsp/://, fttp://, http:www …
const scheme = /^[\s:/]*((?!s?ftp)[hftps]{3,7})\s*[:;.,]*\s*[:;/\\][:/\\\s]*/i;
// … and with other letters, which only two slashes make plain: hyyp://, htto//, h-ttp://, www://
const misspelt = /^(h[a-z-]{2,6}|wttps?|www)[:;]?\/\/+/i;
const email = /^[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i;
const hostLabel = /^(?!-)[\p{L}\p{N}\p{M}ー_-]{1,63}(?<!-)$/u;
const lastLabel = /^(?:[a-z]{2,}|xn--[a-z0-9-]+|[^\0-\u00A0]{2,})$/i;

/**
 * A web address; only http and https ever come out. Slips of the keyboard (`http//`, `https：//`, `hppts://`,
 * full-width letters, commas at the end) are repaired. An address without a scheme gets `http://`, which leads to
 * both kinds of sites. Of several addresses the first is taken. Does not check that anything answers there.
 */
export function readUrl(text: string): CellRead<string> {
  const clean = cleanCell(text);
  if (clean === '') return nothing();
  if (statesNone(clean)) return nothing([{ code: 'stated-none' }]);
  if (isTooLong(clean)) return nothing([{ code: 'value-too-long' }]);
  const [first = '', ...others] = splitAddresses(foldWidth(clean));
  // A space inside the address (「http://www. example.jp」) cuts it in two.
  const whole =
    others.length > 0 && readOne(first).value === null ? readOne([first, ...others].join('')) : null;
  const read = whole?.value ? whole : readOne(first);
  if (read.value === null) return read;
  if (!whole?.value && others.some(other => readOne(other).value !== null)) {
    return { value: read.value, findings: [{ code: 'url-several', detail: { to: read.value } }] };
  }
  return { value: read.value, findings: read.value === clean ? [] : [repaired('url-repaired', read.value)] };
}

function splitAddresses(text: string): string[] {
  const parts = text
    .split(/\s*(?:又は|または|もしくは|及び|および|[、，;,／・\s]+(?=h?ttps?:\/\/|www\.)|\s+)\s*/i)
    .filter(part => part !== '');
  // Words before the address (「Googleサイトにて、https://…」) are not the address.
  const at = parts.findIndex(part => /^[\s:/]*(?:h?ttps?:|www\.)/i.test(part));
  return at > 0 && !parts.slice(0, at).some(part => readOne(part).value !== null) ? parts.slice(at) : parts;
}

function readOne(typed: string): CellRead<string> {
  const bare = typed.replace(label, '').replace(/^[<「『（([]+|[>」』）)\]、。，,．;]+$/g, '');
  const address = asEmail(bare);
  if (address) return nothing([{ code: 'email-in-url-column', detail: { email: address } }]);
  let rest = bare;
  let protocol = '';
  for (let found = schemeOf(rest); found; found = schemeOf(rest)) {
    protocol = /s/i.test(found[1] ?? '') ? 'https://' : 'http://';
    rest = rest.slice(found[0].length);
  }
  if (protocol && /^(?:www\.?)?\/*$/i.test(rest)) return nothing([{ code: 'stated-none' }]);
  if (!protocol && /^(?!www:)[a-z][a-z0-9+-]*:(?!\d)/i.test(rest))
    return nothing([{ code: 'url-forbidden-scheme' }]);
  const value = assemble(protocol || 'http://', rest.replace(/^[:/]+/, ''));
  return value ? { value, findings: [] } : nothing([{ code: 'url-unreadable' }]);
}

function schemeOf(rest: string): RegExpExecArray | null {
  return scheme.exec(rest) ?? misspelt.exec(rest);
}

function assemble(protocol: string, rest: string): string | null {
  const [, typedHost = '', path = ''] = /^([^/?#\\]*)(.*)$/su.exec(rest) ?? [];
  const name = typedHost
    .replace(dashInHost, '-')
    .replace(/[,，。．]/g, '.')
    .replace(/\.$/, '');
  if (!isHost(name)) return null;
  const value = protocol + name + path;
  if (!URL.canParse(value)) return null;
  const parsed = new URL(value);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username) return null;
  return /["'<>\\^`{|}\s]/.test(path) ? parsed.href : value;
}

function isHost(name: string): boolean {
  const labels = name.replace(/:\d{1,5}$/, '').split('.');
  return (
    labels.length > 1 && labels.every(part => hostLabel.test(part)) && lastLabel.test(labels.at(-1) ?? '')
  );
}

function asEmail(typed: string): string | null {
  const bare = typed
    .replace(/^(?:mailto:|e-?mail[:;]?|メール[:：]?|https?:\/\/(?!www\.)(?=[^/]*@[^/]*$))/i, '')
    .replace(dashInHost, '-');
  return email.test(bare) ? bare : null;
}

/** An e-mail address. Full-width letters, `mailto:`, `(at)` and signs at the end are repaired; of several the first. */
export function readEmail(text: string): CellRead<string> {
  const clean = cleanCell(text);
  if (clean === '') return nothing();
  if (statesNone(clean)) return nothing([{ code: 'stated-none' }]);
  if (isTooLong(clean)) return nothing([{ code: 'value-too-long' }]);
  const parts = foldWidth(clean)
    .replace(/\s*[([<{]\s*(?:at|アットマーク|@)\s*[)\]>}]\s*/gi, '@')
    .split(/\s*(?:又は|または|[、，,;/／\s])\s*/)
    .map(part => asEmail(part.replace(/^[<(]+|[>)。.]+$/g, '')))
    .filter(part => part !== null);
  const [value] = parts;
  if (!value) return nothing([{ code: 'email-unreadable' }]);
  return { value, findings: value === clean ? [] : [repaired('email-repaired', value)] };
}
