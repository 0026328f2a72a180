const base = import.meta.env.BASE_URL.replace(/\/*$/, '');

/** Address of a page or file of this site under its base path: `/f/abc/` → `/map/f/abc/`. */
export function href(path: string): string {
  return `${base}/${path.replace(/^\/+/, '')}`;
}
