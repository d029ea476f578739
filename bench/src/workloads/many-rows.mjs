/** A list of 10,000 rows of six fields. */

/** @param {{rows?: number}} size */
export function manyRows({ rows = 10_000 } = {}) {
  const row = (index) => ({
    code: `HS-${index}`,
    name: 'Trần Văn Bình',
    born: '1990-02-28',
    sex: index % 2 === 0 ? 'nam' : 'nu',
    amount: index,
    paid: true,
  });
  const valid = Array.from({ length: rows }, (_, index) => row(index));
  const faults = 200;
  return {
    name: 'rows',
    title: `${rows.toLocaleString('en')} rows of six fields`,
    about:
      'Texts, a date, a choice, a number and a tick in each row; 200 rows of the wrong value have one wrong field.',
    faults,
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string', minLength: 1, maxLength: 20 },
          name: { type: 'string', minLength: 1, maxLength: 100 },
          born: { type: 'string', format: 'date' },
          sex: { type: 'string', enum: ['nam', 'nu'] },
          amount: { type: 'integer', minimum: 0 },
          paid: { type: 'boolean' },
        },
        required: ['code', 'name', 'born', 'sex', 'amount', 'paid'],
        additionalProperties: false,
      },
    },
    valid,
    invalid: valid.map((right, index) => (index % (rows / faults) === 0 ? { ...right, sex: 'la' } : right)),
  };
}
