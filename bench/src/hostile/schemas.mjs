/** Schemas that a hostile or careless author may send. `refused`: no engine could answer rightly, or not in time; the others may be taken, if quickly. */
export const HOSTILE_SCHEMAS = {
  'nested 100 deep': { make: () => nest(100), refused: false, data: {} },
  'nested 500 deep': { make: () => nest(500), refused: true },
  'nested 100,000 deep': { make: () => nest(100_000), refused: true },
  'lists nested 100,000 deep': { make: () => nestBranches(100_000), refused: true },
  'a reference that comes back through another': { make: roundTrip, refused: true },
  'a schema that consists of itself': { make: () => ({ allOf: [{ $ref: '#' }] }), refused: true },
  'references that double 100 times': { make: () => double(100), refused: false, data: { a: 1 } },
  'an enum of 100,000 values': { make: () => ({ enum: range(100_000, (index) => `code ${index}`) }), refused: true },
  'a oneOf of 100,000 branches': { make: () => ({ oneOf: range(100_000, branch) }), refused: true },
  '1,000,000 schemas': { make: () => range(1000, () => manyProperties(1000)).reduce(wrap, {}), refused: true },
  'a recursive schema over data 100,000 deep': {
    make: () => ({ properties: { a: { $ref: '#' } } }),
    refused: false,
    data: () => deepData(100_000),
  },
};

function nest(depth) {
  let schema = { type: 'string' };
  for (let level = 0; level < depth; level += 1) schema = { type: 'object', properties: { a: schema } };
  return schema;
}

function nestBranches(depth) {
  let schema = { type: 'string' };
  for (let level = 0; level < depth; level += 1) schema = { anyOf: [schema] };
  return schema;
}

function roundTrip() {
  return { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { allOf: [{ $ref: '#/$defs/a' }] } } };
}

/** Each definition asks for the next one twice: 2^n checks for who follows them all. */
function double(times) {
  const next = (level) => ({ $ref: `#/$defs/d${level + 1}` });
  const definitions = range(times, (level) => [`d${level}`, { allOf: [next(level), next(level)] }]);
  return { $ref: '#/$defs/d0', $defs: { ...Object.fromEntries(definitions), [`d${times}`]: { type: 'object' } } };
}

function branch(index) {
  return { type: 'object', properties: { kind: { const: index } }, required: ['kind'] };
}

function manyProperties(count) {
  return { type: 'object', properties: Object.fromEntries(range(count, (index) => [`p${index}`, { type: 'string' }])) };
}

function wrap(whole, part, index) {
  whole.properties ??= {};
  whole.properties[`part${index}`] = part;
  return whole;
}

function deepData(depth) {
  let data = {};
  for (let level = 0; level < depth; level += 1) data = { a: data };
  return data;
}

function range(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}
