import { diffText } from './diff.ts';

const { professional: labels } = diffText;

/** Words of the `audience` command: what each side sees of a record. */
export const audienceText = {
  warning: 'このページには、専門職だけに見せる値が入っています。人に渡したり、公開したりしないでください。',
  masked: '自動で動く場所（CI）なので、専門職だけの値は「（専門職だけの値）」としています。',
  hidden: '（専門職だけの値）',
  title: (name: string) => `${name}：住民と専門職に見えるもの`,
  count: (region: string, open: number, sealed: number, nobody: number) =>
    `${region}：住民に見える記録 ${open}件、専門職だけに見える記録 ${sealed}件、だれにも見せない記録 ${nobody}件`,
  overview: 'どの項目を、だれに見せるか',
  columns: {
    field: '項目',
    residents: '住民',
    professionals: '専門職',
    reason: '専門職だけにした理由',
    service: 'サービス',
  },
  nothing: '（見えません）',
  both: 'どちらにも同じに見える項目',
  none: '専門職だけに見える値はありません。',
  unshown: '値は表示していません。',
  onlyWho: {
    everyone: '住民にも専門職にも見える記録です。',
    professional: '専門職だけに見える記録です。',
    nobody: 'だれにも見せない記録です。',
  },
  notFound: (name: string) =>
    `「${name}」という記録はありません。ページのアドレスの「/f/」のうしろの ID か、名称の一部で指定してください。`,
  several: (name: string, count: number) =>
    `「${name}」を名称に含む記録が ${count}件あります。ID で指定してください：`,
  howTo: '1件を見るには：audience <IDか名称>。ファイルに書くには：--html <ファイル>。',
  records: (count: number) => `${count}件`,
  from: (place: string, header: string) => (header === '' ? place : `${place}「${header}」`),
  reasons: {
    always: 'いつも専門職だけに見せる項目です',
    survey:
      '調査の値だからです（公表されている値なら、データ区分の列に「公表」か、site.yaml の sources に kind: official と書くと、住民にも見えます）',
    openToo: '調査の値ですが、公表データにも同じ値があるので、住民にも見えています',
    custom: 'columns.yaml に「公開: 専門職」（audience: professional）と書いてあるからです',
    undecided:
      'columns.yaml に、だれに見せるかが書かれていないからです（「公開: だれでも」と書くと、住民にも見えます）',
    layer: (file: string) =>
      `${file} を、site.yaml で専門職だけの表にしているからです（listing: professional）`,
    listing: '掲載区分が「専門職のみ」だからです',
    people: '人の集まりへの断り（×）は、住民には「答えなし」とするからです',
    contacts: 'contacts.csv は、専門職だけのファイルです',
    vacancy: 'vacancy.csv は、専門職だけのファイルです',
    other: '専門職だけの表や列からの値です',
  },
  held: {
    suppressed: 'suppress.csv に書いてあります',
    gone: '状況が「廃止」「休止」などです',
    listing: '掲載区分が「非公開」か、表が非公開です',
    consent: '掲載の同意がありません',
  },
  /** Labels that are always for professionals only, and the fields of a row they are read from. */
  always: {
    [labels.persons]: 'persons',
    [labels.phones]: 'phones',
    [labels.contactRules]: 'contactRules',
    [labels.caremanagerHours]: 'caremanagerHours',
    [labels.vacancy]: 'vacancy',
    [labels.remarks]: 'remarks',
  } as Readonly<Record<string, string>>,
  bySource: { [labels.fax]: 'fax', [labels.email]: 'email' } as Readonly<Record<string, string>>,
  contactRules: labels.contactRules as string,
  vacancyLabel: labels.vacancy as string,
} as const;
