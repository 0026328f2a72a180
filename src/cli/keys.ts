import { secretsInEnvironment } from '../files/region-secrets.ts';
import { readDate } from '../normalize/date.ts';
import { machineRandom } from '../secure/cipher.ts';
import { activeKeys, addKey, revokeKey, rotateKeys } from '../secure/keys-change.ts';
import { usableSlots } from '../secure/keys-file.ts';
import { keysText as text } from '../text/keys.ts';
import { parseWords, requireFolder } from './flags.ts';
import { changeKeys, readKeyRing } from './key-ring.ts';
import { refuse } from './refuse.ts';
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

function add(data: string, name: string, typed: string | undefined, today: string): number {
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

function revoke(data: string, idOrName: string, today: string): number {
  if (idOrName === '') return refuse(text.needIdOrName, 2);
  return changeKeys(data, ring => {
    const found = activeKeys(ring.keys, idOrName);
    const [slot] = found;
    if (!slot) return say(text.noSuchKey(idOrName));
    if (found.length > 1) return say(text.manyKeys(found));
    return { ring: revokeKey(ring, slot.id, today), said: text.revoked(slot) };
  });
}

function rotate(data: string, today: string): number {
  return changeKeys(data, ({ keys, secrets }) => {
    if (!keys || keys.slots.length === 0) return say(text.noKeys);
    const { ring, made } = rotateKeys({ keys, secrets }, today, machineRandom);
    const phrases = made.map(text.added).join('\n');
    return { ring, said: `${phrases}\n${text.rotated}\n${text.afterwards(data)}` };
  });
}

function say(sentence: string): null {
  refuse(sentence);
  return null;
}
