export * from '../elements/partial-date-field/partial-date-field.js';
export * from '../elements/date-field/date-parts.js';
