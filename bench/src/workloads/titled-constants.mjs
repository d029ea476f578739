/** A choice of 3,321 titled constants (`oneOf` of const and title): as many as the country has communes, with made-up codes and names. */
const KINDS = ['Phường', 'Xã', 'Đặc khu'];
const NAMES = ['An', 'Bình', 'Cẩm', 'Đông', 'Giang', 'Hòa', 'Khánh', 'Lộc', 'Mỹ', 'Phước', 'Tân', 'Vĩnh'];

/** @param {{constants?: number}} size */
export function titledConstants({ constants = 3321 } = {}) {
  const codes = Array.from({ length: constants }, (_, index) => String(10_000 + index * 7).padStart(5, '0'));
  const title = (index) => {
    const name = `${NAMES[index % 12]} ${NAMES[Math.floor(index / 12) % 12]} ${Math.floor(index / 144) + 1}`;
    return `${KINDS[index % 3]} ${name}`;
  };
  return {
    name: 'titled-constants',
    title: `A choice of ${constants.toLocaleString('en')} titled constants`,
    about: '`oneOf` of `const` and `title`; the right value is the last of the list, the wrong one is in none.',
    faults: 1,
    schema: {
      type: 'object',
      properties: { commune: { oneOf: codes.map((code, index) => ({ const: code, title: title(index) })) } },
      required: ['commune'],
    },
    valid: { commune: codes.at(-1) },
    invalid: { commune: '99999' },
  };
}
