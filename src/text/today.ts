/**
 * Today's line on a facility's page. 「〜時間」 is what the source states, never a promise that someone is there.
 * `*` is where the moment stands.
 */
export const todayText = {
  /** Without JavaScript. */
  fallback: 'きょうの時間は、下の表を見てください。',
  words: { medical: '診療', business: '営業', reception: '受付', visit: '訪問', desk: '窓口', plain: '' },
  now: (word: string) => `いま ${word}時間内（*まで）`,
  nowOnly: (word: string) => `いま ${word}時間内`,
  nowBreaks: 'きょうは *まで（昼休みは わかりません）',
  always: (word: string) => `いま ${word}時間内（24時間）`,
  before: (word: string) => `いまは ${word}時間外です。つぎは *から`,
  over: 'きょうは 終わりました。つぎは *から',
  overAsk: 'きょうは 終わりました。つぎの時間は、電話で確認してください。',
  closed: 'きょうは 休みです。つぎは *から',
  closedAsk: 'きょうは 休みです。つぎの時間は、電話で確認してください。',
  closedOnly: '休みです。電話で確認してください。',
  holidayOff: 'きょうは 祝日で 休みです。あすからの時間は、下の表を見てください。',
  holidayAsk: 'きょうは 祝日です。時間は、電話で確認してください。',
  ask: 'きょうの時間は、電話で確認してください。',
  today: (clock: string) => `きょう ${clock}`,
  tomorrow: (day: string, clock: string) => `あす（${day}曜日） ${clock}`,
  weekday: (day: string, clock: string) => `${day}曜日 ${clock}`,
  nextWeek: (day: string, clock: string) => `つぎの${day}曜日 ${clock}`,
  untilNextDay: (clock: string) => `翌${clock}`,
  ofService: (service: string) => `${service}：`,
  holidayClosed: '祝日は休みです。',
  holidayUnknown: '祝日は、ちがうことがあります。',
  holidayAlways: '祝日も24時間です。',
  holidayHours: (hours: string) => `祝日は ${hours}です。`,
  exceptions: 'ほかにも休みの日があります。',
  opensToo: 'ふだん休みの日にも、開く日があります。',
  receptionEnds: '受付の終わりは、これとちがうことがあります。',
  seeHours: '下の「時間」も見てください。',
} as const;
