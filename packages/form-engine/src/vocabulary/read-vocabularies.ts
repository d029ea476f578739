/**
 * Meta-schemas of one's own: what their `$vocabulary` makes of draft 2020-12.
 */
import { isObject, ownValue } from '../data/json.js';
import { APPLICATOR, ATTENDANTS, CORE, DRAFT_2020_12, format, UNEVALUATED, VALIDATION } from './keywords/index.js';
import { defineDialect, type DialectReader, type Keyword } from './keyword.js';
import { compileFormat } from './keywords/format.js';

/** `format` of the vocabulary that asserts, whatever the options say: a format that is not known cannot be passed over. */
const asserted: Keyword = {
  name: 'format',
  takes: 'string',
  compile: (name, site) =>
    compileFormat(name as string, site) ??
    site.fail('schema.unsupported', `Unknown: ${name as string}.`, 'Give it in `formats`.'),
};

const PREFIX = 'https://json-schema.org/draft/2020-12/vocab/';

const VOCABULARIES: readonly (readonly [name: string, keywords: readonly Keyword[]])[] = [
  ['validation', VALIDATION],
  ['format-annotation', [format]],
  ['format-assertion', [asserted]],
  ['core', [...CORE, ...ATTENDANTS]],
  ['applicator', APPLICATOR],
  ['unevaluated', UNEVALUATED],
  ['content', []],
  ['meta-data', []],
];

/**
 * Reads meta-schemas among the documents that were given: `dialects: [readVocabularies]`. A vocabulary that is required and unknown
 * makes a dialect that is refused; one without `$vocabulary` follows its own `$schema`.
 */
export const readVocabularies: DialectReader = (uri, documents, choose) => {
  const name = Object.keys(documents).find(
    (key) => key.replace(/#$/u, '') === uri || (isObject(documents[key]) && ownValue(documents[key], '$id') === uri),
  );
  const meta = name === undefined ? undefined : documents[name];
  if (!isObject(meta)) return undefined;
  const vocabularies = ownValue(meta, '$vocabulary');
  const parent = ownValue(meta, '$schema');
  if (!isObject(vocabularies)) return choose(typeof parent === 'string' ? parent : DRAFT_2020_12.uri);
  const has = (vocabulary: string): boolean => Object.hasOwn(vocabularies, PREFIX + vocabulary);
  const keywords = VOCABULARIES.flatMap(([vocabulary, list]) => (vocabulary === 'core' || has(vocabulary) ? list : []));
  const dialect = defineDialect(uri, keywords);
  const unknown = Object.keys(vocabularies).find(
    (key) => vocabularies[key] === true && !VOCABULARIES.some(([vocabulary]) => PREFIX + vocabulary === key),
  );
  return unknown === undefined ? dialect : { ...dialect, missing: unknown };
};
