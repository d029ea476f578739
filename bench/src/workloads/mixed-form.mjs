/** A declaration of real size: 81 leaves in nested objects, a list, references and branches. */
const text = { type: 'string', minLength: 1, maxLength: 200 };
const date = { type: 'string', format: 'date' };
const choice = (...values) => ({ type: 'string', enum: values });
const object = (properties, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const DEFINITIONS = {
  address: object({
    country: choice('VN', 'LA', 'KH', 'CN'),
    province: { type: 'string', minLength: 2, maxLength: 2 },
    commune: { type: 'string', minLength: 5, maxLength: 5 },
    detail: text,
  }),
  person: object({
    name: text,
    born: date,
    sex: choice('nam', 'nu'),
    ethnicGroup: text,
    nationality: choice('VN', 'LA', 'KH', 'CN'),
    citizenNumber: { type: 'string', minLength: 12, maxLength: 12 },
    home: { $ref: '#/$defs/address' },
    phone: { type: 'string', minLength: 8, maxLength: 16 },
    email: { type: 'string', format: 'email' },
  }),
};

const address = { country: 'VN', province: '01', commune: '00004', detail: 'Số 1, ngõ 2, phố Hàng Bài' };
const person = {
  name: 'Đặng Thị Ngọc Ánh',
  born: '1990-02-28',
  sex: 'nu',
  ethnicGroup: 'Kinh',
  nationality: 'VN',
  citizenNumber: '001190000123',
  home: address,
  phone: '+84912345678',
  email: 'anh@example.com',
};
const paper = { name: 'giay-chung-sinh.pdf', size: 120_000, given: '2026-11-01' };

/** Five people of 12 leaves, four papers of 3, nine leaves of their own. */
export function mixedForm() {
  const people = ['applicant', 'mother', 'father', 'child', 'witness'];
  const valid = {
    ...Object.fromEntries(people.map((name) => [name, person])),
    papers: [paper, paper, paper, paper],
    married: true,
    marriedOn: '2015-06-30',
    copies: 3,
    fee: 24_000,
    delivery: 'post',
    postTo: 'Số 1, phố Hàng Bài, Hà Nội',
    reason: 'Đăng ký khai sinh đúng hạn',
    language: 'vi',
    declared: true,
  };
  return {
    name: 'mixed-81',
    title: 'A form of 81 leaves',
    about:
      'Nested objects, `$ref`, a list, `if`/`then`, formats, numbers and choices, as in a declaration; six answers of the wrong value are wrong.',
    faults: 6,
    schema: {
      ...object({
        ...Object.fromEntries(people.map((name) => [name, { $ref: '#/$defs/person' }])),
        papers: {
          type: 'array',
          minItems: 1,
          maxItems: 10,
          items: object({ name: text, size: { type: 'integer', minimum: 1, maximum: 20_000_000 }, given: date }),
        },
        married: { type: 'boolean' },
        marriedOn: date,
        copies: { type: 'integer', minimum: 0, maximum: 20 },
        fee: { type: 'number', minimum: 0, multipleOf: 1000 },
        delivery: choice('post', 'desk', 'online'),
        postTo: text,
        reason: text,
        language: choice('vi', 'en'),
        declared: { const: true },
      }),
      required: [...people, 'papers', 'married', 'copies', 'fee', 'delivery', 'reason', 'language', 'declared'],
      allOf: [
        when('married', true, 'marriedOn'),
        when('delivery', 'post', 'postTo'),
        { dependentRequired: { postTo: ['delivery'] } },
      ],
      $defs: DEFINITIONS,
    },
    valid,
    invalid: {
      ...valid,
      mother: { ...person, born: '1990-02-30' },
      father: { ...person, home: { ...address, country: 'XX' } },
      child: { ...person, name: '' },
      papers: [paper, { ...paper, size: 0 }, paper, paper],
      copies: 21,
      delivery: 'desk',
      language: 'fr',
    },
  };
}

function when(name, value, needed) {
  return { if: { properties: { [name]: { const: value } }, required: [name] }, then: { required: [needed] } };
}
