import { defineLimit, ofText } from './define-limit.js';

/** `minLength`: a text has at least so many code points. */
export const minLength = defineLimit('minLength', ofText, 1);
