import { holidayYears as years } from './holiday-table.ts';

/**
 * The script of a facility's page, in the head or at the end: marks today's row in the tables of the week and says
 * today's line (`today-line.ts`), again every minute. The day is Japan's, UTC+9 without summer time. `k` is the kind
 * of the day `i` days from today: 0–6 from Monday, 7 祝日, 8 and 9 where the dates `r` take it out of the week (9 also
 * outside of the years of the holiday table). Where a sentence rests on days around today that are no plain days of
 * the week, the one that promises nothing is said. What is to be said once something has grown old (`AgeNote.astro`) shows
 * from its day on, counted from 1970.
 */
export const todayScript =
  "addEventListener('DOMContentLoaded',function f(){" +
  'let n=Date.now()+324e5,h,q=(s,g)=>document.querySelectorAll(s).forEach(g),' +
  "k=(i,r)=>{let d=new Date(n+i*864e5).toJSON().replace(/\\D/g,'').slice(2,8),s;" +
  'r.replace(/(....)(.)/g,(_,a,b)=>a>d%1e4||(s=+b));' +
  `return s||(d>${years.from - 2000}e4&d<${years.to - 1999}e4?h.includes(d)?7:(n/864e5+i+3)%7|0:9)};` +
  "q('[data-off]',e=>h=e.dataset.off);" +
  "q('[data-old]',e=>e.hidden=e.dataset.old>n/864e5);" +
  "q('[data-day]',r=>r.setAttribute('aria-current',r.dataset.day==k(0,'')&&'date'));" +
  "q('[data-week]',p=>{let d=p.dataset,r=d.dates,e,i;" +
  "d.week.split('|').map(x=>(x=x.split(','))[0]>k(0,r)*1440+n/6e4%1440||(e=x));" +
  "for(i=-e[3];i<=e[4];i++)if(i&&k(i,r)>6)e=[,e[5],''];" +
  "p.textContent=d.say.split('|')[e[1]].replace('*',e[2])});" +
  'setTimeout(f,6e4)})';
