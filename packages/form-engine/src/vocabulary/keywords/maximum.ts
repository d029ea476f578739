import { defineLimit, ofNumber } from './define-limit.js';

/** `maximum`: a number is at most this. */
export const maximum = defineLimit('maximum', ofNumber, -1);
