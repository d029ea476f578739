export * from '../elements/choice-field/choice-field.js';
