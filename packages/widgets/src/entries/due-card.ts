export * from '../elements/due-card/due-card.js';
