import { displayControls } from '../components/display-controls.ts';

export function GET(): Response {
  return new Response(`(${displayControls})();\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}
