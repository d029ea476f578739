export * from '../elements/help/help.js';
