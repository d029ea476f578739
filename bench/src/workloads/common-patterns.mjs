/** The patterns that most forms have: a person's name in any script, an e-mail address, a phone number, a citizen's number, a code. */

/** @param {{rows?: number}} size */
export function commonPatterns({ rows = 100 } = {}) {
  const right = {
    name: 'Nguyễn Thị Minh Khai',
    email: 'minh.khai@hanoi.example.com',
    phone: '+84912345678',
    citizenNumber: '001190000123',
    code: 'TN-7Q2M-X0PA-93KD',
  };
  const wrong = {
    name: 'Nguyễn 3',
    email: 'minh.khai@',
    phone: '0912 345',
    citizenNumber: '00119000012',
    code: 'TN-7',
  };
  const fields = Object.keys(right);
  const valid = Array.from({ length: rows }, () => right);
  return {
    name: 'patterns',
    title: `Five common patterns, ${rows} times`,
    about:
      'Name, e-mail address, phone, citizen number and code by `pattern`; every row of the wrong value has one wrong field.',
    faults: rows,
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', pattern: "^[\\p{L}\\p{M}][\\p{L}\\p{M}'’. -]*$" },
          email: { type: 'string', pattern: '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$' },
          phone: { type: 'string', pattern: '^\\+[1-9][0-9]{7,14}$' },
          citizenNumber: { type: 'string', pattern: '^[0-9]{12}$' },
          code: { type: 'string', pattern: '^TN-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$' },
        },
        required: fields,
        additionalProperties: false,
      },
    },
    valid,
    invalid: valid.map((row, index) => {
      const field = fields[index % fields.length];
      return { ...row, [field]: wrong[field] };
    }),
  };
}
