import { defineChoice } from './define-choice.js';

/** `anyOf`: at least one branch. */
export const anyOf = defineChoice('anyOf', Infinity);
