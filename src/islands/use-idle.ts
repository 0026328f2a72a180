import { useEffect, useRef } from 'react';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Tells when nobody has touched the page for so many minutes; also when a device wakes that slept longer. */
export function useIdle(minutes: number, onIdle: () => void): void {
  const tell = useRef(onIdle);
  tell.current = onIdle;
  useEffect(() => {
    let last = Date.now();
    const touch = () => {
      last = Date.now();
    };
    const look = () => {
      if (Date.now() - last >= minutes * 60_000) tell.current();
    };
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, 30_000);
    return () => {
      for (const sign of signs) removeEventListener(sign, touch);
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [minutes]);
}
