export * from '../elements/band/band.js';
