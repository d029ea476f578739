export * from '../elements/file-field/file-field.js';
export * from '../elements/file-field/file-row.js';
