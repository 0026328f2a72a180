import { startTransition, useCallback, useEffect, useReducer, useRef, useState } from 'react';
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
import { isRefusal } from '../secure/refusal.ts';
import { fetchHeader, fetchSealed } from './fetch-sealed.ts';
import { forgetOffline } from './keep-offline.ts';
import { type ProEngine, startProEngine } from './pro-engine.ts';

/** What is open of the edition: the list first, the rest as it comes. */
export interface OpenParts {
  engine: ProEngine;
  header: EditionHeader;
  words: SearchWords;
  count: number;
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

/** Opens and locks the edition whose files lie in `home`. Everything in clear ends with its worker. */
export function useEdition(home: string): EditionControls {
  const [lock, tell] = useReducer(lockStep, starting);
  const [parts, setParts] = useState<OpenParts | null>(null);
  const [device] = useState<Device>(() => deviceOf(home));
  const engine = useRef<ProEngine | null>(null);
  const header = useRef<Promise<string | null>>(undefined);
  const kept = useRef<KeptKey | null>(null);

  const close = useCallback(() => {
    engine.current?.close();
    engine.current = null;
    setParts(null);
  }, []);

  const refuse = useCallback(
    (problem: Problem) => {
      close();
      // What was asked for again may be newer.
      header.current = undefined;
      tell({ event: 'refused', problem });
    },
    [close],
  );

  const open = useCallback(
    async (by: { phrase: string } | { key: CryptoKey }, remember: boolean) => {
      tell({ event: 'tried', by: 'phrase' in by ? 'phrase' : 'device' });
      const opening = startProEngine(error => {
        console.error(error);
        refuse({ reason: 'unreadable', typed: null });
      });
      engine.current = opening;
      const isLeft = () => engine.current !== opening;
      header.current ??= fetchHeader(home);
      const text = await header.current;
      if (text === null) return refuse({ reason: 'offline', typed: null });
      const unlocked = await opening.unlock({ header: text, by });
      if (isLeft()) return;
      if (isRefusal(unlocked)) return refuse({ reason: unlocked.refused, typed: unlocked.typed });
      const list = await opening.list(await fetchSealed(home, fileOf(unlocked.header, 'list') ?? ''));
      if (isLeft()) return;
      if (isRefusal(list)) return refuse({ reason: list.refused, typed: null });
      if (remember) kept.current = await keep(device, unlocked);
      const seen = await device.seen();
      const newer = newerSeen(seen, unlocked.header);
      if (newer === null)
        await device.see({ build: unlocked.header.build, madeAt: unlocked.header.madeAt }).catch(ignore);
      if (isLeft()) return;
      const first: OpenParts = {
        ...{ engine: opening, header: unlocked.header, words: list.words, count: list.count },
        ...{ complete: false, records: null, failed: false },
      };
      setParts(first);
      tell({
        event: 'opened',
        edition: { madeAt: unlocked.header.madeAt, newerSeen: newer },
        kept: kept.current && { until: kept.current.until },
      });
      const change = (more: Partial<OpenParts>) =>
        startTransition(() => setParts(now => (now?.engine === opening ? { ...now, ...more } : now)));
      await openRest(home, opening, unlocked.header, change, reason => refuse({ reason, typed: null }));
    },
    [home, device, refuse],
  );

  const tryOpen = useCallback(
    (by: { phrase: string } | { key: CryptoKey }, remember: boolean) => {
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
      header.current = fetchHeader(home);
      const read = readHeader((await header.current) ?? '');
      const salt = isRefusal(read) ? null : read.kdf.salt;
      kept.current = salt === null ? null : await device.keptKey(salt, Date.now()).catch(() => null);
      tell({ event: 'started', kept: kept.current && { until: kept.current.until } });
      if (engine.current) return;
      if (kept.current) tryOpen({ key: kept.current.key }, false);
      // Sealed: it may come before the phrase does.
      const list = isRefusal(read) ? undefined : fileOf(read, 'list');
      if (list && !kept.current) await fetchSealed(home, list);
    };
    start().catch(console.error);
    return () => engine.current?.close();
  }, [home, device, tryOpen]);

  return {
    lock,
    parts,
    unlock: (phrase, remember) => tryOpen({ phrase }, remember),
    openKept: () => {
      const key = kept.current;
      if (key && isKeptUntil(key, Date.now())) return tryOpen({ key: key.key }, false);
      kept.current = null;
      tell({ event: 'forgotten' });
    },
    lockNow: why => {
      close();
      tell({ event: 'locked', why });
    },
    forget: async () => {
      kept.current = null;
      await Promise.all([device.forget(), forgetOffline(home)]);
      tell({ event: 'forgotten' });
    },
  };
}

function fileOf({ files }: EditionHeader, role: string): string | undefined {
  return files.find(file => file.role === role)?.name;
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

/** Details first, which conditions ask for, then the records. */
async function openRest(
  home: string,
  engine: ProEngine,
  header: EditionHeader,
  change: (more: Partial<OpenParts>) => void,
  refused: (reason: Problem['reason']) => void,
): Promise<void> {
  try {
    const details = await engine.details(await fetchSealed(home, fileOf(header, 'details') ?? ''));
    if (details) return refused(details.refused);
    change({ complete: true });
    const records = await engine.records(await fetchSealed(home, fileOf(header, 'records') ?? ''));
    if (isRefusal(records)) return refused(records.refused);
    change({ records });
  } catch (error) {
    console.error(error);
    change({ failed: true });
  }
}

function ignore(): void {}
