/**
 * Formats, keywords, operators and kinds of one's own: `@motcua/form-engine/extend`.
 */
export { defineFormat, type FormatDefinition } from './define-format.js';
export { defineKeyword, type KeywordDefinition } from './define-keyword.js';
export { defineKind } from './define-kind.js';
export { defineOperator, type OperatorDefinition } from './define-operator.js';
export { defineVocabulary, type Spoken, type Vocabulary, type VocabularyParts } from './define-vocabulary.js';
