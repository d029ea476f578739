export * from '../elements/facts/facts.js';
