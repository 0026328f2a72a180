/**
 * What a FAX送付状 says. Of a patient nothing is ever asked or typed: those lines are blank, to be filled in by hand on
 * paper.
 */
import type { ContactWindow } from './contact-windows.ts';

export interface FaxSheet {
  to: {
    office: string;
    department: string | null;
    person: string | null;
    /** As it is dialled. Null: blank, for nobody said it. */
    fax: string | null;
    /** Where the number is from: the window, or the office in general — then it says so, since it may be another desk. */
    faxOf: 'window' | 'office' | null;
  };
  purpose: string;
  send: string[];
  form: string | null;
  /** 地域のルール, then remarks. */
  rules: string[];
  revisedOn: string | null;
}

export function faxSheet({ facility, service, rule }: ContactWindow): FaxSheet {
  const ofWindow = isFax(rule.channel) ? rule.number : null;
  const services = service ? [service] : facility.services;
  const ofOffice = services.map(each => each.professional.fax ?? each.fax).find(fax => fax !== null) ?? null;
  return {
    to: {
      office: service?.name ? `${facility.name} ${service.name}` : facility.name,
      ...{ department: rule.department, person: rule.person, fax: ofWindow ?? ofOffice },
      faxOf: ofWindow !== null ? 'window' : ofOffice !== null ? 'office' : null,
    },
    purpose: rule.purpose,
    send: (rule.send ?? '').split(/[、,，;；\n]/).flatMap(part => part.trim() || []),
    form: rule.form,
    rules: [rule.localRule, rule.remark].filter(text => text !== null),
    revisedOn: rule.revisedOn,
  };
}

/** 方法 may name several: `電話・FAX`. Then the one number may be of either, and is not taken for the FAX. */
function isFax(channel: string | null): boolean {
  const word = channel?.normalize('NFKC').toUpperCase() ?? '';
  return /^(?:FAX|ファックス|ファクス|ファクシミリ)$/.test(word.replace(/\s/g, ''));
}
