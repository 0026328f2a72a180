import { type RefObject, useMemo } from 'react';
import type { Problem } from '../professional/unlock.ts';
import { type ProEngine, startProEngine } from './pro-engine.ts';

/** A worker that knows nothing yet, started before it is needed: its script is read while the phrase is typed. */
export function useSpareEngine(
  used: RefObject<ProEngine | null>,
  refuse: (problem: Problem) => void,
): { start: () => void; take: () => ProEngine } {
  return useMemo(() => {
    let spare: ProEngine | null = null;
    const made = (): ProEngine => {
      const engine = startProEngine(error => {
        console.error(error);
        if (spare === engine) spare = null;
        if (used.current === engine) refuse({ reason: 'unreadable', typed: null });
      });
      return engine;
    };
    return {
      start() {
        spare ??= made();
      },
      take() {
        const engine = spare ?? made();
        spare = null;
        return engine;
      },
    };
  }, [used, refuse]);
}
