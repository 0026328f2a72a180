import { defineCodes } from '../define.ts';

/** Times, weekdays and remarks about them. */
export const hoursCodes = defineCodes({
  'time-unreadable': {
    severity: 'error',
    sentence: () =>
      'は時刻として読めません。「9:00」または「9:00-12:00,14:00-18:00」の形で入力してください。',
  },
  'time-impossible': {
    severity: 'error',
    sentence: () =>
      'はありえない時刻です。時は0〜30、分は0〜59で入力してください（例：18:30、翌日の午前1時は25:00）。',
  },
  'time-span-reversed': {
    severity: 'error',
    sentence: () =>
      'は開始と終了が逆か同じです。この時間は掲載していません。開始を先に入力してください（例：9:00-12:00。日付をまたぐときは 18:00-25:00）。',
  },
  'time-excel-fraction': {
    severity: 'repaired',
    sentence: detail => `は表計算ソフトの時刻の値なので、「${detail.to}」に直して読みました。`,
  },
  'time-without-colon': {
    severity: 'repaired',
    sentence: detail => `は「${detail.to}」と読みました。「:」を入れて入力してください（例：18:00）。`,
  },
  'time-spans-overlap': {
    severity: 'repaired',
    sentence: detail =>
      `は時間帯が重なっているので、「${detail.to}」にまとめました。重ならないように入力してください（例：9:00-12:00,14:00-18:00）。`,
  },
  'time-span-suspicious': {
    severity: 'warning',
    sentence: detail =>
      `${mention(detail.day)}は未明に始まり午後まで続いています。入力の誤りと思われるため、「わかりません」と表示します。正しい時間か確かめてください（例：08:45-17:15）。`,
  },
  'hours-cell-unreadable': {
    severity: 'warning',
    sentence: () =>
      'は時間として読めないため、その曜日は「わかりません」と表示します。「9:00-12:00,14:00-18:00」「休」「○」（開いているが時間は不明）のどれかで入力してください。',
  },
  'weekday-unreadable': {
    severity: 'warning',
    sentence: detail =>
      detail.rest
        ? `の「${detail.rest}」は曜日として読めません。ほかに書かれていない曜日は「わかりません」と表示します。「月火水木金土」のように入力してください。`
        : 'は曜日として読めません。「月火水木金土」「平日」「月～金」のように入力してください。',
  },
  'nth-weekday-unreadable': {
    severity: 'warning',
    sentence: () => 'は第何週の何曜日か読めません。「第2・第4土曜」のように入力してください。',
  },
  'hours-days-missing': {
    severity: 'warning',
    sentence: () =>
      'は時間だけで、曜日が読めません。どの曜日も「わかりません」と表示します。曜日を入力してください（例：月火水木金土）。',
  },
  'hours-half-missing': {
    severity: 'warning',
    sentence: () => 'は開始と終了の片方しかありません。両方を入力してください（例：09:00 と 18:00）。',
  },
  'hours-list-unreadable': {
    severity: 'warning',
    sentence: detail =>
      `のうち「${detail.line}」は診療科・目的別の時間として読めないため、掲載していません。1つの診療科・目的を1行に、「内科：月～金 9:00-12:00,14:00-17:00／土 9:00-12:00／日・祝 休」の形で入力してください。`,
  },
  'hours-remark-unread': {
    severity: 'info',
    sentence: detail =>
      `からは時間が決まらないので、${detail.days}は「わかりません」とし、この文を添えて表示します。時間が分かる場合は、曜日の列に入力してください（例：「土」の列に 9:00-12:00）。`,
  },
  'hours-contradiction': {
    severity: 'warning',
    sentence: detail =>
      `${mention(detail.days)}は、開いている日としても休みの日としても書かれています。「わかりません」と表示します。どちらかに直してください。`,
  },
  'hours-open-without-times': {
    severity: 'info',
    sentence: detail =>
      `${mention(detail.days)}は開いている日とされていますが、時間がありません。「わかりません」と表示します。時間を入力してください（例：09:00〜17:00）。`,
  },
  'hours-closed-with-times': {
    severity: 'warning',
    sentence: detail =>
      `${mention(detail.days)}は休みの日とされていますが、時間も入力されています。「わかりません」と表示します。どちらかに直してください。`,
  },
});

function mention(days: string | undefined): string {
  return days ? `（${days}）` : '';
}
