import { useEffect, useRef } from 'react';
import { idleClock } from '../professional/idle.ts';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Tells when nobody has touched the page for so many minutes; also when a device wakes that slept longer. */
export function useIdle(minutes: number, onIdle: () => void): void {
  const tell = useRef(onIdle);
  tell.current = onIdle;
  useEffect(() => {
    const clock = idleClock(minutes, Date.now);
    const touch = () => {
      if (clock.touch()) tell.current();
    };
    const look = () => {
      if (clock.isOver()) tell.current();
    };
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    document.addEventListener('visibilitychange', look);
    // Also when 戻る brings the page back as it was left.
    addEventListener('pageshow', look);
    const timer = setInterval(look, 30_000);
    return () => {
      for (const sign of signs) removeEventListener(sign, touch);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', look);
      clearInterval(timer);
    };
  }, [minutes]);
}
