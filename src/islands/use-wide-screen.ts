import { startTransition, useEffect, useState } from 'react';

/** As in search.css: list and map stand side by side. */
const wide = '(min-width: 64rem)';

/** False in the HTML of the build. */
export function useWideScreen(): boolean {
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const query = matchMedia(wide);
    const read = () => startTransition(() => setIsWide(query.matches));
    read();
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, []);
  return isWide;
}
