import type { Site } from '../model/site.ts';

const demo = { name: 'みほん圏域', municipalities: ['みほ野市', 'あかね沢町', 'しらはと町'] };

/**
 * Is this the fictional region that ships with the tool, whose phrase everyone knows and whose files hold no secret?
 * `demo: true` alone does not say so: a region that began as a copy of it and kept the line is a real one.
 */
export function isShippedDemo({ demo: isFictional, name, municipalities }: Site): boolean {
  return isFictional && name === demo.name && municipalities.join() === demo.municipalities.join();
}
