export * from '../elements/checkbox-field/checkbox-field.js';
