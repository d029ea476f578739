/** A recursive schema over a tree of 500 levels: list and object at each. */

/** @param {{levels?: number}} size */
export function deepTree({ levels = 500 } = {}) {
  return {
    name: 'tree',
    title: `A tree ${levels} levels deep`,
    about: '`$ref: "#"` over nodes in lists of children; in the wrong value the name of the innermost node is empty.',
    faults: 1,
    schema: {
      type: 'object',
      properties: { name: { type: 'string', minLength: 1 }, children: { type: 'array', items: { $ref: '#' } } },
      required: ['name'],
      additionalProperties: false,
    },
    valid: grow(levels, 'lá'),
    invalid: grow(levels, ''),
  };
}

function grow(levels, innermost) {
  let node = { name: innermost };
  for (let level = 1; level < levels; level += 1) node = { name: `tầng ${level}`, children: [node] };
  return node;
}
