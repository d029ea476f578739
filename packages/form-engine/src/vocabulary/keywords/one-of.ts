import { defineChoice } from './define-choice.js';

/** `oneOf`: exactly one branch. */
export const oneOf = defineChoice('oneOf', 1);
