import '../../define/elements.js';
import { fieldContract, type ContractField } from '../../testing/field-contract.js';

const fields = {
  'motcua-text-field': {},
  'motcua-textarea-field': {},
  'motcua-choice-field': {
    options: [
      { value: 'a', label: 'Nữ' },
      { value: 'b', label: 'Nam' },
    ],
    value: 'a',
  },
  'motcua-checkbox-field': { text: 'Cấp bản sao Giấy khai sinh' },
  'motcua-select-field': { options: [{ value: 'a', label: 'Kinh' }], value: 'a' },
  'motcua-combobox-field': {},
  'motcua-date-field': {},
  'motcua-partial-date-field': {},
  'motcua-address-field': { abroadAllowed: true },
  'motcua-file-field': { rows: [{ id: '1', name: 'giay.pdf', size: 1000, state: { kind: 'done' } }], multiple: true },
} as const;

for (const [tag, properties] of Object.entries(fields)) {
  describe(`${tag} keeps the contract of fields`, () => {
    for (const { name, run } of fieldContract(
      () => Object.assign(document.createElement(tag), properties) as unknown as ContractField,
    ))
      it(name, run);
  });
}
