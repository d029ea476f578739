export * from '../elements/letter/letter.js';
