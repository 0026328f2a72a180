/**
 * The script of a facility's page, in the head or at the end: marks today's row in the tables of the week and says
 * today's line (`today-line.ts`), again every minute. The day is Japan's, UTC+9 without summer time. 4860 is
 * Thursday 1970-01-01 9:00 in minutes from Monday 0:00.
 */
export const todayScript =
  "addEventListener('DOMContentLoaded',function f(){" +
  'var m=(Date.now()/6e4+4860)%10080|0,' +
  'a=function(s,g){document.querySelectorAll(s).forEach(g)};' +
  "a('tr[data-day]',function(r){var t=r.dataset.day==(m/1440|0);" +
  "r.className=t?'is-today':'';r.setAttribute('aria-current',t?'date':'false')});" +
  "a('[data-week]',function(p){var d=p.dataset,t;d.week.split('|').forEach(function(e){e=e.split(',');" +
  "if(e[0]<=m)t=d.say.split('|')[e[1]].replace('*',e[2])});p.textContent=t});" +
  'setTimeout(f,6e4)})';
