import { defineLimit, ofObject } from './define-limit.js';

/** `minProperties`: an object has at least so many properties. */
export const minProperties = defineLimit('minProperties', ofObject, 1);
