import {
  type Dispatch,
  type SetStateAction,
  startTransition,
  useCallback,
  useEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { ProfessionalRole } from '../professional/files.ts';
import type { FirstResults } from '../professional/first.ts';
import type { OpenedRecords } from '../professional/session.ts';
import {
  isKeptUntil,
  keptUntil,
  type LockState,
  lockStep,
  type Problem,
  starting,
} from '../professional/unlock.ts';
import type { SearchWords } from '../search/data.ts';
import { type Device, deviceOf, type KeptKey, newerSeen } from '../secure/device.ts';
import { type EditionHeader, readHeader } from '../secure/header.ts';
import { isRefusal, type Refusal } from '../secure/refusal.ts';
import { fetchHeader, fetchSealed } from './fetch-sealed.ts';
import { forgetOffline } from './keep-offline.ts';
import type { ProEngine } from './pro-engine.ts';
import { useOtherTabs } from './use-other-tabs.ts';
import { useSpareEngine } from './use-spare-engine.ts';

/** What is open of the edition: the first results, then the list, and the rest as it comes. */
export interface OpenParts {
  engine: ProEngine;
  header: EditionHeader;
  first: FirstResults;
  /** Null until the list can be asked. */
  words: SearchWords | null;
  /** Conditions and full results can be asked for. */
  complete: boolean;
  /** Null until the records are here. */
  records: OpenedRecords | null;
  /** The rest did not come. */
  failed: boolean;
}

export interface EditionControls {
  lock: LockState;
  parts: OpenParts | null;
  unlock: (phrase: string, remember: boolean) => void;
  openKept: () => void;
  lockNow: (why: 'asked' | 'idle') => void;
  forget: () => Promise<void>;
}

type By = { phrase: string } | { key: CryptoKey };

/**
 * Opens and locks the edition whose files lie in `home`. Everything in clear ends with its worker. `prepare` loads what
 * shows it: with the worker and the first sealed files that is done while the phrase is typed and its key is made.
 */
export function useEdition(home: string, prepare: () => Promise<unknown>): EditionControls {
  const [lock, tell] = useReducer(lockStep, starting);
  const [parts, setParts] = useState<OpenParts | null>(null);
  const [device] = useState<Device>(() => deviceOf(home));
  const engine = useRef<ProEngine | null>(null);
  const header = useRef<Promise<string | null>>(undefined);
  const kept = useRef<KeptKey | null>(null);

  const refuse = useCallback((problem: Problem) => {
    engine.current?.close();
    engine.current = null;
    setParts(null);
    // What was asked for again may be newer.
    header.current = undefined;
    tell({ event: 'refused', problem });
  }, []);
  const spare = useSpareEngine(engine, refuse);

  const open = useCallback(
    async (by: By, remember: boolean) => {
      tell({ event: 'tried', by: 'phrase' in by ? 'phrase' : 'device' });
      const opening = spare.take();
      engine.current = opening;
      const isLeft = () => engine.current !== opening;
      const loading = Promise.all([device.seen(), prepare()]);
      loading.catch(ignore);
      header.current ??= fetchHeader(home);
      const text = await header.current;
      if (isLeft()) return;
      if (text === null) return refuse({ reason: 'offline', typed: null });
      const unlocking = opening.unlock({ header: text, by });
      const reading = fetchSealed(home, fileOf(readHeader(text), 'first')).then(opening.first);
      reading.catch(ignore);
      const unlocked = await unlocking;
      if (isLeft()) return;
      if (isRefusal(unlocked)) return refuse({ reason: unlocked.refused, typed: unlocked.typed });
      const first = await reading;
      if (isLeft()) return;
      if (isRefusal(first)) return refuse({ reason: first.refused, typed: null });
      if (remember) kept.current = await keep(device, unlocked);
      const [seen] = await loading;
      if (isLeft()) return;
      const { build, madeAt } = unlocked.header;
      const newer = newerSeen(seen, { build, madeAt });
      if (newer === null) device.see({ build, madeAt }).catch(ignore);
      device.setLocked(false).catch(ignore);
      startTransition(() => {
        setParts({
          ...{ engine: opening, header: unlocked.header, first },
          ...{ words: null, complete: false, records: null, failed: false },
        });
        tell({
          event: 'opened',
          edition: { madeAt, newerSeen: newer },
          kept: kept.current && { until: kept.current.until },
        });
      });
    },
    [home, prepare, device, refuse, spare],
  );

  const tryOpen = useCallback(
    (by: By, remember: boolean) => {
      open(by, remember).catch(error => {
        console.error(error);
        refuse({ reason: 'offline', typed: null });
      });
    },
    [open, refuse],
  );

  useEffect(() => {
    if (!isSecureContext) return;
    const start = async () => {
      spare.start();
      header.current = fetchHeader(home);
      const read = readHeader((await header.current) ?? '');
      const salt = isRefusal(read) ? null : read.kdf.salt;
      kept.current = salt === null ? null : await device.keptKey(salt, Date.now()).catch(() => null);
      const isLocked = kept.current !== null && (await device.isLocked());
      tell({ event: 'started', kept: kept.current && { until: kept.current.until } });
      if (engine.current) return;
      if (kept.current && !isLocked) return tryOpen({ key: kept.current.key }, false);
      await prepare();
      // Sealed: they may come before the phrase does.
      for (const role of ['first', 'list'] as const)
        if (!isRefusal(read)) await fetchSealed(home, fileOf(read, role));
    };
    start().catch(console.error);
    return () => engine.current?.close();
  }, [home, prepare, device, spare, tryOpen]);

  useRest(home, parts, setParts, refuse);

  const lockHere = (why: 'asked' | 'idle') => {
    engine.current?.close();
    engine.current = null;
    setParts(null);
    // Said once it holds: whoever reloads then finds the lock.
    const locked = () => tell({ event: 'locked', why });
    device.setLocked(true).then(locked, locked);
    spare.start();
  };
  const dropKey = () => {
    kept.current = null;
    tell({ event: 'forgotten' });
  };
  const tellOthers = useOtherTabs(home, what => {
    if (what === 'forgotten') dropKey();
    else if (engine.current) lockHere('asked');
  });

  return {
    lock,
    parts,
    unlock: (phrase, remember) => tryOpen({ phrase }, remember),
    openKept: () => {
      const key = kept.current;
      if (key && isKeptUntil(key, Date.now())) return tryOpen({ key: key.key }, false);
      dropKey();
    },
    lockNow: why => {
      lockHere(why);
      // Nobody used this tab: somebody may use another.
      if (why === 'asked') tellOthers('locked');
    },
    forget: async () => {
      kept.current = null;
      await Promise.all([device.forget(), forgetOffline(home)]);
      dropKey();
      tellOthers('forgotten');
    },
  };
}

/**
 * The list once the first results stand; then, behind what the page asks of it, the details, which conditions ask for,
 * and the records.
 */
function useRest(
  home: string,
  parts: OpenParts | null,
  setParts: Dispatch<SetStateAction<OpenParts | null>>,
  refuse: (problem: Problem) => void,
): void {
  const { engine, header } = parts ?? {};
  const isListed = parts !== null && parts.words !== null;
  useEffect(() => {
    if (!engine || !header) return;
    let isLeft = false;
    const change = (more: Partial<OpenParts>) =>
      startTransition(() => setParts(now => (now?.engine === engine ? { ...now, ...more } : now)));
    const use = async <T>(
      role: ProfessionalRole,
      open: (sealed: ArrayBuffer) => Promise<T | Refusal>,
      then: (value: T) => Partial<OpenParts>,
    ): Promise<boolean> => {
      const value = await open(await fetchSealed(home, fileOf(header, role)));
      if (isLeft) return false;
      if (isRefusal(value)) refuse({ reason: value.refused, typed: null });
      else change(then(value));
      return !isRefusal(value);
    };
    const rest = async () => {
      if (!isListed) await use('list', engine.list, words => ({ words }));
      else if (await use('details', engine.details, () => ({ complete: true })))
        await use('records', engine.records, records => ({ records }));
    };
    rest().catch(error => {
      if (isLeft) return;
      console.error(error);
      change({ failed: true });
    });
    return () => {
      isLeft = true;
    };
  }, [home, engine, header, isListed, setParts, refuse]);
}

/** An edition without such a file is refused as soon as it is opened, as is one that cannot be read. */
function fileOf(header: EditionHeader | Refusal, role: ProfessionalRole): string {
  const files = isRefusal(header) ? [] : header.files;
  return files.find(file => file.role === role)?.name ?? '';
}

/** Null where the browser keeps nothing (a private window): then the phrase is asked for again. */
async function keep(
  device: Device,
  { key, header }: { key: CryptoKey; header: EditionHeader },
): Promise<KeptKey | null> {
  const made: KeptKey = { key, salt: header.kdf.salt, until: keptUntil(Date.now()) };
  return device.keepKey(made).then(
    () => made,
    () => null,
  );
}

function ignore(): void {}
