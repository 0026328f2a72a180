import type { RegionFolder } from '../dataset/load.ts';

/** The region's folder as it would be with these files. */
export function overlayFolder(folder: RegionFolder, texts: ReadonlyMap<string, string>): RegionFolder {
  const encoder = new TextEncoder();
  return {
    list(name) {
      const added = [...texts.keys()].filter(path =>
        name === '.' ? !path.includes('/') : path.startsWith(`${name}/`),
      );
      return [...new Set([...folder.list(name), ...added])].sort();
    },
    read(path) {
      const text = texts.get(path);
      return text === undefined ? folder.read(path) : encoder.encode(text);
    },
    ...(folder.sealed && { sealed: folder.sealed }),
  };
}
