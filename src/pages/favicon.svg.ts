import { currentPictures } from '../export/current-pictures.ts';

export function GET(): Response {
  return new Response(currentPictures().favicon, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
}
