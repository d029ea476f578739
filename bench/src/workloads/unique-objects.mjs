/** `uniqueItems` over objects that differ in one deep place only. */

/** @param {{items?: number}} size */
export function uniqueObjects({ items = 10_000 } = {}) {
  const item = (index) => ({ kind: 'giấy tờ', place: { province: '01', commune: '00004' }, number: `AB${index}` });
  const valid = Array.from({ length: items }, (_, index) => item(index));
  return {
    name: 'unique-items',
    title: `uniqueItems over ${items.toLocaleString('en')} objects`,
    about: 'Objects alike but for one text; in the wrong value the last one repeats the one in the middle.',
    faults: 1,
    schema: { type: 'array', items: { type: 'object' }, uniqueItems: true },
    valid,
    invalid: [...valid.slice(0, -1), item(items / 2)],
  };
}
