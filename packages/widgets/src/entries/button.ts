export * from '../elements/button/button.js';
