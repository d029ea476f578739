export * from '../elements/select-field/select-field.js';
