import { facilitiesJsonSchema } from '../../export/schema.ts';

export function GET(): Response {
  return Response.json(facilitiesJsonSchema());
}
