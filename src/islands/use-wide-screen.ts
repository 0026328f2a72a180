import { useSyncExternalStore } from 'react';

/** As in search.css: list and map stand side by side. */
const wide = '(min-width: 64rem)';

/** False in the HTML of the build. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(
    notify => {
      const query = matchMedia(wide);
      query.addEventListener('change', notify);
      return () => query.removeEventListener('change', notify);
    },
    () => matchMedia(wide).matches,
    () => false,
  );
}
