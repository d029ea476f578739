export * from '../elements/page/page.js';
