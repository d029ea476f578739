export * from '../elements/date-field/date-field.js';
export * from '../elements/date-field/date-parts.js';
