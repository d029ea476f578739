/** Published suites and tools for those who bring their own controls. */
export * from './field-contract.js';
export * from './find-violations.js';
