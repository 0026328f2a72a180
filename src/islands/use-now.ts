import { startTransition, useEffect, useState } from 'react';
import { type Moment, tokyoMoment } from '../calendar/moment.ts';

/** The minute in Japan, renewed as it passes. Null until the page runs: the HTML of the build knows no time. */
export function useNow(): Moment | null {
  const [now, setNow] = useState<Moment | null>(null);
  useEffect(() => {
    const read = () => startTransition(() => setNow(tokyoMoment(Date.now())));
    read();
    const timer = setInterval(read, 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
