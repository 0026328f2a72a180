import { secretsInEnvironment } from '../files/region-secrets.ts';
import { readDate } from '../normalize/date.ts';
import { machineRandom } from '../secure/cipher.ts';
import { activeKeys, addKey, revokeKey, rotateKeys } from '../secure/keys-change.ts';
import { layersId, usableSlots } from '../secure/keys-file.ts';
import { makePhrase } from '../secure/phrase.ts';
import { keysText as text } from '../text/keys.ts';
import { parseWords, requireFolder } from './flags.ts';
import { changeKeys, layersPhrase, readKeyRing } from './key-ring.ts';
import { refuse } from './refuse.ts';
import { hasSealed, resealAll } from './reseal.ts';
import { todayInJapan } from './today.ts';

/**
 * `keys add <name> | list | revoke <id or name> | rotate`: the keys of the professional edition. A phrase is shown
 * once, when it is made. Exit 1 when nothing was changed.
 */
export async function keysCommand(args: string[]): Promise<number> {
  const parsed = parseWords(
    args,
    { data: { type: 'string', default: 'data' }, expires: { type: 'string' } },
    ['add・list・revoke・rotate のどれか…'],
  );
  if (!parsed) return 2;
  const { flags, words } = parsed;
  const [action = '', ...names] = words;
  const name = names.join(' ').trim();
  if (!requireFolder(flags.data)) return 2;
  const today = todayInJapan();
  switch (action) {
    case 'add':
      return add(flags.data, name, flags.expires, today);
    case 'list':
      return list(flags.data, today);
    case 'revoke':
      return revoke(flags.data, name, today);
    case 'rotate':
      return rotate(flags.data, today);
    default:
      return refuse(text.unknownAction(action), 2);
  }
}

async function add(data: string, name: string, typed: string | undefined, today: string): Promise<number> {
  if (name === '') return refuse(text.needName, 2);
  const expires = typed === undefined ? null : readDate(typed).value;
  if (typed !== undefined && expires?.length !== 'YYYY-MM-DD'.length) return refuse(text.badExpiry(typed), 2);
  if (expires !== null && expires < today) return refuse(text.pastExpiry(expires), 2);
  return changeKeys(data, ring => {
    if (activeKeys(ring.keys, name).length > 0) return say(text.nameTaken(name));
    const { ring: changed, key } = addKey(ring, name, expires, today, machineRandom);
    const unknown = usableSlots(changed.keys, changed.secrets, today).omitted;
    const lost = unknown.filter(({ reason }) => reason === 'no-phrase').map(({ slot }) => slot.name);
    const warning = lost.length > 0 ? `\n${text.lost(lost)}` : '';
    return { ring: changed, said: `${text.added(key)}\n${text.afterwards(data)}${warning}` };
  });
}

function list(data: string, today: string): number {
  const ring = readKeyRing(data);
  if (!ring) return 1;
  const secrets = new Map([...ring.secrets, ...secretsInEnvironment(process.env)]);
  const { keys } = ring;
  if (!keys || keys.slots.length === 0) process.stdout.write(`${text.noKeys}\n`);
  else process.stdout.write(`${text.list(keys.slots, usableSlots(keys, secrets, today).omitted)}\n`);
  return 0;
}

async function revoke(data: string, idOrName: string, today: string): Promise<number> {
  if (idOrName === '') return refuse(text.needIdOrName, 2);
  return changeKeys(data, ring => {
    const found = activeKeys(ring.keys, idOrName);
    const [slot] = found;
    if (!slot) return say(text.noSuchKey(idOrName));
    if (found.length > 1) return say(text.manyKeys(found));
    return { ring: revokeKey(ring, slot.id, today), said: text.revoked(slot) };
  });
}

/** New phrases for all, also for the sealed files where they can be opened here. */
function rotate(data: string, today: string): Promise<number> {
  return changeKeys(data, async ring => {
    const { keys, secrets } = ring;
    const old = layersPhrase(ring);
    if ((keys?.slots.length ?? 0) === 0 && old === undefined) return say(text.noKeys);
    const layers = await newLayers(data, old);
    const { ring: renewed, made } = rotateKeys({ keys, secrets }, today, machineRandom);
    const phrases = made.map(text.added).join('\n');
    const changed = layers.phrase === null ? [] : [[layersId, layers.phrase] as const];
    const all = { ...renewed, secrets: new Map([...renewed.secrets, ...changed]) };
    const said = [phrases, made.length > 0 ? text.rotated : '', layers.said, text.afterwards(data)];
    return { ring: all, said: said.filter(part => part !== '').join('\n'), files: layers.files };
  });
}

interface NewLayers {
  /** Null where the former one stays. */
  phrase: string | null;
  files: ReadonlyMap<string, Uint8Array>;
  said: string;
}

async function newLayers(root: string, old: string | undefined): Promise<NewLayers> {
  const kept = { phrase: null, files: new Map<string, Uint8Array>() };
  if (old === undefined) return { ...kept, said: hasSealed(root) ? text.layersUnknown : '' };
  const phrase = makePhrase(machineRandom);
  const resealed = await resealAll(root, old, phrase);
  if ('unopened' in resealed) return { ...kept, said: text.layersKept(resealed.unopened) };
  return { phrase, files: resealed.files, said: text.layersRotated(phrase, [...resealed.files.keys()]) };
}

function say(sentence: string): null {
  refuse(sentence);
  return null;
}
