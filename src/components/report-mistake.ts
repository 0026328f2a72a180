/** Where a mistake on a page can be told, with the record's id and name filled in. */
import type { PublicFacility } from '../model/facility.ts';
import type { Site } from '../model/site.ts';
import { ja } from '../text/ja.ts';
import { reportText } from '../text/report-mistake.ts';
import { webAddress } from './facility-view.ts';

type Reported = Pick<PublicFacility, 'id' | 'name'>;

export interface ReportAddresses {
  mail: string | null;
  form: string | null;
}

export function reportAddresses(
  facility: Reported,
  contact: Site['contact'],
  url: string | null,
): ReportAddresses {
  return {
    mail: contact?.email ? mailAddress(contact.email, facility, url) : null,
    form: contact?.form ? webAddress(formAddress(contact.form, facility, url)) : null,
  };
}

/** RFC 6068: line ends of the body are CRLF, everything but the address is percent-encoded. */
function mailAddress(email: string, { id, name }: Reported, url: string | null): string {
  const { mail } = reportText;
  const lines = [
    `${mail.name}：${name}`,
    `${mail.id}：${id}`,
    ...(url === null ? [] : [`${mail.page}：${url}`]),
    '',
    mail.wrong,
    '',
    mail.right,
    '',
    mail.how,
    '',
  ];
  const subject = encodeURIComponent(ja.facility.reportSubject(name, id));
  return `mailto:${email}?subject=${subject}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}

/** `https://form.example.jp/?entry.1={id}&entry.2={name}`; `{url}` is the page's address. */
function formAddress(form: string, { id, name }: Reported, url: string | null): string {
  const values: Record<string, string> = { id, name, url: url ?? '' };
  return form.replace(/\{(id|name|url)\}/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
}
