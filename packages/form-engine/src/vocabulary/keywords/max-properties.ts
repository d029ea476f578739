import { defineLimit, ofObject } from './define-limit.js';

/** `maxProperties`: an object has at most so many properties. */
export const maxProperties = defineLimit('maxProperties', ofObject, -1);
