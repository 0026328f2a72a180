/** From a locked edition to an opened one and back: what the page shows, as a state and what changes it. */
import type { RefusalReason } from '../secure/refusal.ts';
import type { TypedWords } from '../secure/typed-words.ts';

/** Why the edition does not open: besides what the sealing refuses. */
export type Problem = { reason: RefusalReason | 'offline' | 'empty'; typed: TypedWords | null };

/** What the device keeps for this site, in words a person may read. */
export interface Kept {
  /** ISO 8601; the day the kept key ends. */
  until: string;
}

export interface OpenedEdition {
  /** ISO 8601 in UTC. */
  madeAt: string;
  /** An edition made later than this one was opened on this device before: when that was made. */
  newerSeen: string | null;
}

/**
 * `starting`: nothing is known yet. `locked`: waits for the phrase. `opening`: the key is made and the first file is
 * opened. `open`: the list can be asked; `complete` once all files are here.
 */
export type LockState =
  | { state: 'starting' }
  | { state: 'locked'; kept: Kept | null; problem: Problem | null; why: 'start' | 'asked' | 'idle' }
  | { state: 'opening'; kept: Kept | null; by: 'phrase' | 'device' }
  | { state: 'open'; kept: Kept | null; edition: OpenedEdition };

export type LockEvent =
  | { event: 'started'; kept: Kept | null }
  | { event: 'tried'; by: 'phrase' | 'device' }
  | { event: 'refused'; problem: Problem }
  | { event: 'opened'; edition: OpenedEdition; kept: Kept | null }
  | { event: 'locked'; why: 'asked' | 'idle' }
  | { event: 'forgotten' };

export const starting: LockState = { state: 'starting' };

/** Events that do not belong to a state change nothing: an answer may come after the lock was turned. */
export function lockStep(now: LockState, step: LockEvent): LockState {
  const kept = 'kept' in now ? now.kept : null;
  switch (step.event) {
    case 'started':
      return now.state === 'starting' ? locked(step.kept, null, 'start') : now;
    case 'tried':
      // Also before the device was asked: a phrase may be typed sooner.
      return now.state === 'locked' || now.state === 'starting'
        ? { state: 'opening', kept, by: step.by }
        : now;
    case 'refused':
      return now.state === 'opening' || now.state === 'open' ? locked(kept, step.problem, 'start') : now;
    case 'opened':
      return now.state === 'opening' ? { state: 'open', kept: step.kept, edition: step.edition } : now;
    case 'locked':
      return now.state === 'open' || now.state === 'opening' ? locked(kept, null, step.why) : now;
    case 'forgotten':
      return 'kept' in now ? { ...now, kept: null } : now;
  }
}

function locked(kept: Kept | null, problem: Problem | null, why: 'start' | 'asked' | 'idle'): LockState {
  return { state: 'locked', kept, problem, why };
}

/** 30 days: the phrase is asked for at least monthly, as keys change with the people who hold them. */
export const keptDays = 30;

export function keptUntil(now: number): string {
  return new Date(now + keptDays * 86_400_000).toISOString();
}

/** Does what the device keeps still count? By the device's clock. */
export function isKeptUntil({ until }: Kept, now: number): boolean {
  return Date.parse(until) > now;
}

/** Without a touch or a key for so long, the page locks itself: a desk in an office is passed by many. */
export const idleMinutes = 60;
