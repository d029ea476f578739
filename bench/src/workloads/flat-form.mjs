/** A long flat form: texts, whole numbers, choices, dates and ticks in turn; 200 of 1,000 answers are wrong in the second value. */
const KINDS = [
  { schema: { type: 'string', minLength: 2, maxLength: 100 }, right: 'Nguyễn Thị Hương', wrong: 'x' },
  { schema: { type: 'integer', minimum: 1900, maximum: 2100 }, right: 1986, wrong: 1800 },
  { schema: { type: 'string', enum: ['nam', 'nu', 'khac'] }, right: 'nu', wrong: 'la' },
  { schema: { type: 'string', format: 'date' }, right: '2026-11-23', wrong: '2026-02-30' },
  { schema: { type: 'boolean' }, right: true, wrong: 'true' },
];

/** @param {{fields?: number}} size */
export function flatForm({ fields = 1000 } = {}) {
  const numbers = Array.from({ length: fields }, (_, index) => index);
  const kindOf = (index) => KINDS[index % KINDS.length];
  const each = (valueOf) => Object.fromEntries(numbers.map((index) => [`field${index}`, valueOf(index)]));
  return {
    name: 'flat-1000',
    title: `${fields.toLocaleString('en')} fields in one object`,
    about: `Texts, whole numbers, choices, dates and ticks in turn, all required; every fifth answer of the wrong value is wrong (${fields / 5} faults, each of a kind in turn).`,
    faults: fields / 5,
    schema: {
      type: 'object',
      properties: each((index) => kindOf(index).schema),
      required: Object.keys(each(() => true)),
      additionalProperties: false,
    },
    valid: each((index) => kindOf(index).right),
    invalid: each((index) => (isWrong(index) ? kindOf(index).wrong : kindOf(index).right)),
  };
}

/** One in each five, of another kind each time. */
function isWrong(index) {
  return index % KINDS.length === Math.floor(index / KINDS.length) % KINDS.length;
}
