import { defineLimit, ofList } from './define-limit.js';

/** `maxItems`: a list has at most so many items. */
export const maxItems = defineLimit('maxItems', ofList, -1);
