/** `fill('あと{n}件', { n: 1200 })` → `あと1,200件`. Slots without a value stay as they are. */
export function fill(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name] : undefined;
    if (value === undefined) return slot;
    return typeof value === 'number' ? value.toString().replace(/\B(?=(\d{3})+$)/g, ',') : value;
  });
}
