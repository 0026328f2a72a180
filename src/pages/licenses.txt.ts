import licences from 'virtual:licences';

export function GET(): Response {
  return new Response(licences, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
