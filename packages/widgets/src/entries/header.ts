export * from '../elements/header/header.js';
