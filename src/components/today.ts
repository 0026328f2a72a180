/**
 * The only script of a facility page: marks today's row in the tables of the week, and says it at the head of the
 * page. It does not know 祝日, and says so.
 */
export const todayScript =
  "var d=['sun','mon','tue','wed','thu','fri','sat'][new Date(Date.now()+324e5).getUTCDay()]," +
  "t=document.getElementById('today'),r=document.querySelector('[data-leads] tr[data-day='+d+']');" +
  "document.querySelectorAll('tr[data-day='+d+']').forEach(function(r){" +
  "r.classList.add('is-today');r.setAttribute('aria-current','date')});" +
  "if(t&&r){t.firstChild.textContent='きょう（'+r.cells[0].textContent+'）：'+r.cells[1].textContent;" +
  't.hidden=false}';

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

export const todayScriptHash: string = await sha256(todayScript);
