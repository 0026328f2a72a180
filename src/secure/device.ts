/**
 * What this browser keeps of a professional edition: a key that cannot be read back, whether it was locked, and which
 * edition was seen last.
 */
import type { EditionHeader } from './header.ts';

export interface KeptKey {
  /** Cannot be read back, not even by our own code: it only unwraps. */
  key: CryptoKey;
  /** Of the edition it was made for: with another salt it opens nothing. */
  salt: string;
  /** ISO 8601. */
  until: string;
}

/** Of the newest edition opened here. */
export type Seen = Pick<EditionHeader, 'build' | 'madeAt'>;

/** A storage for one site: several may share an origin. Without one (private windows), nothing is kept. */
export interface Device {
  /** Null when there is none, when it ended, or when it is of another salt; then it is removed. */
  keptKey: (salt: string, now: number) => Promise<KeptKey | null>;
  keepKey: (kept: KeptKey) => Promise<void>;
  seen: () => Promise<Seen | null>;
  see: (seen: Seen) => Promise<void>;
  /** It was locked, and not opened since: then a kept key opens only when somebody asks it to. */
  isLocked: () => Promise<boolean>;
  setLocked: (locked: boolean) => Promise<void>;
  /** Everything, the file too. */
  forget: () => Promise<void>;
}

const store = 'device';

/** `name` is the path of the page under its origin. */
export function deviceOf(name: string): Device {
  const file = `shigen-map.pro ${name}`;
  const inStore = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    withDatabase(file, database => done(work(database.transaction(store, mode).objectStore(store))));
  const read = <T>(key: string): Promise<T | undefined> =>
    inStore('readonly', all => all.get(key) as IDBRequest<T | undefined>).catch(() => undefined);
  const write = async (key: string, value: unknown): Promise<void> => {
    await inStore('readwrite', all => all.put(value, key));
  };
  return {
    async keptKey(salt, now) {
      const kept = await read<KeptKey>('key');
      if (!kept) return null;
      if (kept.salt === salt && Date.parse(kept.until) > now) return kept;
      await inStore('readwrite', all => all.delete('key'));
      return null;
    },
    keepKey: kept => write('key', kept),
    seen: async () => (await read<Seen>('seen')) ?? null,
    see: seen => write('seen', seen),
    isLocked: async () => (await read<boolean>('locked')) ?? false,
    setLocked: locked => write('locked', locked),
    forget: () => done(indexedDB.deleteDatabase(file)).then(() => {}),
  };
}

async function withDatabase<T>(name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store));
  const database = await done(opening);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

/** An edition older than one that was opened here before: somebody put an old one back. Null when it is not. */
export function newerSeen(seen: Seen | null, { build, madeAt }: Seen): string | null {
  return seen && seen.build !== build && Date.parse(seen.madeAt) > Date.parse(madeAt) ? seen.madeAt : null;
}
