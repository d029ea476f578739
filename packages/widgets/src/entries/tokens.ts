export * from '../styles/tokens.js';
export * from '../styles/typography.js';
