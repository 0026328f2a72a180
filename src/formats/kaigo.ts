import type { RowService } from '../dataset/record.ts';
import { foldHeader } from '../normalize/keys.ts';
import { commonWhereabouts, nameAddressKey, officeKeys, readCommon, readContacts } from './common.ts';
import type { Format } from './format.ts';
import { readCare } from './municipal.ts';

/**
 * 介護サービス情報公表システム オープンデータ (厚生労働省), 24 columns, or 17 in older editions. 事業所番号 is text
 * and repeats across service files; 定員 0 is "not given"; an address may lack its prefecture and city.
 */
export const kaigoFormat: Format = {
  id: 'kaigo',
  label: '介護サービス情報公表システム オープンデータ',
  publication: {
    title: '介護サービス情報公表',
    publisher: '厚生労働省',
    licence: '公共データ利用規約（PDL1.0）',
    url: 'https://www.mhlw.go.jp/stf/kaigo-kouhyou_opendata.html',
  },
  // `No` always repeats 事業所番号.
  headers: new Map([['No', { kind: 'ignored' }]]),
  recognise: folded =>
    ['事業所名', 'サービスの種類', '事業所番号'].every(header => folded.has(foldHeader(header))) &&
    !folded.has(foldHeader('種別')),
  whereabouts: commonWhereabouts,
  read(row, context) {
    const word = row.text('kaigoService');
    const type = context.lookup.typeOfKaigoLabel(word);
    if (!type)
      row.report(word === '' ? 'type-missing' : 'type-unknown', 'kaigoService', {
        word,
        ...context.lookup.nearestType(word),
      });
    const common = readCommon(row, context);
    if (!common || !type) return { kind: 'rejected' };
    const { record, numbers } = common;
    const service: RowService = { type: type.id, numbers, fields: {}, capabilities: [] };
    record.services.push(service);
    readContacts(row, record, service, true);
    readCare(row, service);
    record.keys.push(...officeKeys(record, service));
    if (record.keys.length === 0) record.keys.push(nameAddressKey(record));
    return { kind: 'record', record };
  },
};
