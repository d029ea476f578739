/** Answers in words for a page that shows them outside a flow: the procedure's texts, catalogues, and one line for each answer. */
export { describeAnswer, formatIsoDate, type AnswerContext, type AnswerText } from '../form/answer-text.js';
export { createCatalogDirectory, type CatalogDirectory } from '../form/catalog-directory.js';
export { textsAt, type FieldTexts, type ProcedureTexts } from '../form/procedure-texts.js';
