/** All English words of a journey: one chunk, fetched by the page that shows English. */
export { furtherEn } from '@motcua/form-engine/kinds/messages/en';
export { enMessages } from '@motcua/form-engine/messages/en';
export { elementsEn } from './elements.en.js';
export { flowsEn } from './flows.en.js';
