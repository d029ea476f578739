import { defineLimit, ofText } from './define-limit.js';

/** `maxLength`: a text has at most so many code points. */
export const maxLength = defineLimit('maxLength', ofText, -1);
