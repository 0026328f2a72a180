export interface PictureSize {
  width: number;
  height: number;
  /** A camera wrote into it where it was taken. */
  hasPlace?: boolean;
}

/**
 * Width and height as a browser shows the picture, from the first bytes of a PNG, JPEG or WebP file, whatever its
 * name says. Null for every other content. A JPEG that a camera turned (Exif orientation 5 to 8) has them swapped.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = pngSize(view) ?? jpegSize(view) ?? webpSize(view);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // The file ends before its header does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81 B.1.1: segments up to the frame header, which holds the size. */
function jpegSize(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let exif: ExifFacts = { isTurned: false, hasPlace: false };
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const { isTurned, hasPlace } = exif;
      return isTurned ? { width: height, height: width, hasPlace } : { width, height, hasPlace };
    }
    if (marker === 0xe1) exif = exifFacts(view, at + 4) ?? exif;
    if (marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

interface ExifFacts {
  isTurned: boolean;
  hasPlace: boolean;
}

/** Orientation (tag 0x0112) and GPS (0x8825) of the first directory (Exif 2.32, TIFF 6.0); null when it is no Exif. */
function exifFacts(view: DataView, start: number): ExifFacts | null {
  if (view.getUint32(start) !== 0x45786966) return null;
  const tiff = start + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  const entries = Array.from({ length: view.getUint16(directory, little) }, (_, index) => {
    const entry = directory + 2 + index * 12;
    return { tag: view.getUint16(entry, little), value: view.getUint16(entry + 8, little) };
  });
  return {
    isTurned: entries.some(({ tag, value }) => tag === 0x0112 && value >= 5),
    hasPlace: entries.some(({ tag }) => tag === 0x8825),
  };
}

/** RFC 9649: lossy, lossless and extended files. */
function webpSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null;
  const kind = view.getUint32(12);
  if (kind === 0x56503820)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 0x56503858) return null;
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  return { width: three(24) + 1, height: three(27) + 1 };
}
