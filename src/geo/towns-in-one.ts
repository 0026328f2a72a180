import type { Area } from '../model/dataset.ts';

/** Border files draw a town in several pieces: those of one name in one municipality are one area, the first. Keyed by the id of each piece. */
export function townsInOne(areas: readonly Area[]): Map<string, Area> {
  const key = ({ id, kind, parent, name }: Area) =>
    kind === 'town' && parent !== null ? `${parent} ${name}` : id;
  const whole = new Map<string, Area>();
  for (const area of areas) {
    const first = whole.get(key(area));
    whole.set(key(area), first ? joined(first, area) : area);
  }
  return new Map(areas.map(area => [area.id, whole.get(key(area))!]));
}

function joined(first: Area, piece: Area): Area {
  const sum = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    ...first,
    population: sum(first.population, piece.population),
    population65: sum(first.population65, piece.population65),
    population75: sum(first.population75, piece.population75),
  };
}
