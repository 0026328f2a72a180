import { unexpectedText as text } from '../text/unexpected.ts';

/** Lines of a stack that are told: where in the code, without the message above them. */
const mostPlaces = 6;

/**
 * What is said of an error nobody expected: its kind, the file the system refused, and where in the code, which say
 * nothing of a cell. An error's own message may quote one, so it is told only to who asks (`isVerbose`), and never in a
 * workflow (`isWorkflow`), whose log others read. `checkout`: our folder, to shorten places by.
 */
export function formatUnexpected(
  error: unknown,
  { isVerbose, isWorkflow, checkout }: { isVerbose: boolean; isWorkflow: boolean; checkout: string },
): string {
  if (isVerbose && !isWorkflow) return detailOf(error);
  const places = placesOf(error, checkout);
  const own = places.find(place => /(?:^|[\s(])src\//.test(place)) ?? null;
  return [
    text.title(kindOf(error), own && (/src\/[^\s()]+?:\d+/.exec(own)?.[0] ?? null)),
    ...systemLine(error),
    ...(places.length > 0 ? [text.places, ...places.map(place => `  ${place}`)] : []),
    text.next,
    isWorkflow ? text.ofWorkflow : text.verbose,
  ].join('\n');
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The class, where it is one word: a name could be set to anything. */
function kindOf(error: unknown): string {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  return /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
}

function systemLine(error: unknown): string[] {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (typeof code !== 'string' || typeof path !== 'string' || !/^E[A-Z]{2,20}$/.test(code)) return [];
  return [text.system(code, path)];
}

/** `readRows (src/dataset/read-table.ts:40:9)`; code that is loaded from a text (`data:`) is left out: it is a text. */
function placesOf(error: unknown, checkout: string): string[] {
  const { message = '', stack = '' } = error instanceof Error ? error : {};
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return afterMessage
    .split('\n')
    .map(line => /^\s+at (.+:\d+:\d+\)?)$/.exec(line)?.[1])
    .filter(place => place !== undefined && !/data:|<anonymous>|\beval\b/.test(place))
    .map(place => shortened(place as string, checkout))
    .slice(0, mostPlaces);
}

function shortened(place: string, checkout: string): string {
  const folder = checkout.replaceAll('\\', '/');
  return place.replaceAll('\\', '/').replace('file://', '').replace(`${folder}/`, '');
}
