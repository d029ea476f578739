export * from '../elements/textarea-field/textarea-field.js';
