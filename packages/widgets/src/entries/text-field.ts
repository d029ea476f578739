export * from '../elements/text-field/text-field.js';
