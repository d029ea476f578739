export * from '../elements/combobox-field/combobox-field.js';
export * from '../elements/combobox-field/combobox-option.js';
