import { currentPictures } from '../export/current-pictures.ts';

export function GET(): Response {
  return new Response(currentPictures().social, { headers: { 'Content-Type': 'image/png' } });
}
