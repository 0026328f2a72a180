/** How long nobody touched the page. Counted by the clock: timers stand still while a device sleeps. */
export interface IdleClock {
  /** A sign of a person. True when it came too late: the time was over before. */
  touch: () => boolean;
  isOver: () => boolean;
}

export function idleClock(minutes: number, now: () => number): IdleClock {
  let last = now();
  const isOver = (): boolean => now() - last >= minutes * 60_000;
  return {
    isOver,
    touch() {
      const wasOver = isOver();
      last = now();
      return wasOver;
    },
  };
}
