export * from '../elements/spinner/spinner.js';
