import { todayScript } from './today.ts';

/** What a page's scripts do: nothing of their own, today's line on a facility's page, or islands. */
export type PageScripts = 'display' | 'today' | 'islands';

/**
 * Runs before anything is painted: sets the reader's choices of display on the root element, marks that scripts run,
 * and fetches the code of the display controls when they are first opened. Must stay below 400 bytes.
 */
const displayScript =
  '{let h=document.documentElement.dataset;try{Object.assign(h,JSON.parse(localStorage["shigen-map.display"]))}' +
  'catch{}h.script="";addEventListener("toggle",e=>{let d=e.target.dataset,s;if(d.load){' +
  's=document.createElement("script");s.src=d.load;d.load="";document.head.append(s)}},true)}';

/** The one inline script of a page, for its head. Below 1 KB, because it is on every page. */
export function pageScript(scripts: PageScripts): string {
  return scripts === 'today' ? displayScript + todayScript : displayScript;
}

const hashes = new Map<string, Promise<string>>();

/** The source of the script for the policy: `sha256-…`. */
export function pageScriptHash(scripts: PageScripts): Promise<string> {
  const script = pageScript(scripts);
  const hash = hashes.get(script) ?? hashOf(script);
  hashes.set(script, hash);
  return hash;
}

async function hashOf(script: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
