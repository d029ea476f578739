export * from '../elements/error-summary/error-summary.js';
