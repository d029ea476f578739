/**
 * The texts of a form that nobody wrote: labels from titles and names, hints from descriptions and examples, the names of choices.
 */
import { isObject, writeOut } from '../data/json.js';
import type { JsonValue } from '../plan/plan.js';
import type { Arrangement } from './arrange-steps.js';
import { type AskedField, labelOf } from './asked-field.js';
import { labelFromName, oneLine } from './label-of.js';
import type { InferredFieldTexts, InferredTexts } from './procedure-texts.js';
import type { InferenceWords } from './words.js';

/** A name in code, of words in small letters, that reads better as words. */
const CODE_NAME = /^\p{Ll}+(?:[_-]\p{Ll}+|\p{Lu}\p{Ll}+)*$/u;
/** Examples that a hint names. */
const MOST_EXAMPLES = 3;

/** The locale file of the form. */
export function inferTexts(
  root: AskedField,
  arrangement: Arrangement,
  title: string,
  locale: string,
  words: InferenceWords,
): InferredTexts {
  const fields: InferredTexts['fields'] = {};
  const name = (field: AskedField): void => {
    if (field.pointer !== '') fields[field.pointer] = textsOf(field, words);
    for (const child of [...field.children, ...(field.row === undefined ? [] : [field.row])]) name(child);
  };
  name(root);
  const asTitles = (titles: Record<string, string>): Record<string, { title: string }> =>
    Object.fromEntries(Object.entries(titles).map(([id, text]) => [id, { title: text }]));
  return {
    locale,
    title,
    steps: asTitles(arrangement.stepTitles),
    sections: asTitles(arrangement.sectionTitles),
    fields,
    declaration: words.declaration,
    submitAction: words.submitAction,
    sentTitle: words.sentTitle,
  };
}

function textsOf(field: AskedField, words: InferenceWords): InferredFieldTexts {
  const { said, titles } = field;
  const hint = [oneLine(said['description']), examplesOf(said['examples'], words)]
    .filter((line) => line !== undefined)
    .join(' ');
  const options = optionsOf(valuesOf(said), titles);
  return {
    label: labelOf(field),
    ...(hint === '' ? {} : { hint }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
}

function examplesOf(examples: JsonValue | undefined, words: InferenceWords): string | undefined {
  if (!Array.isArray(examples)) return undefined;
  const shown = examples.filter((one) => typeof one !== 'object').map((one) => oneLine(writeOut(one)));
  const lines = shown.filter((line) => line !== undefined).slice(0, MOST_EXAMPLES);
  return lines.length === 0 ? undefined : words.example(lines.join('; '));
}

function valuesOf(said: AskedField['said']): readonly JsonValue[] {
  if (Object.hasOwn(said, 'const')) return [said['const'] as JsonValue];
  if (Array.isArray(said['enum'])) return said['enum'];
  const items = said['items'];
  return isObject(items) && Array.isArray(items['enum']) ? items['enum'] : [];
}

function optionsOf(
  values: readonly JsonValue[],
  titles: ReadonlyMap<string, string>,
): Record<string, { label: string }> {
  const options: [string, { label: string }][] = [];
  for (const value of values) {
    if (typeof value === 'object') continue;
    const text = writeOut(value);
    const label = titles.get(JSON.stringify(value)) ?? oneLine(CODE_NAME.test(text) ? labelFromName(text) : text);
    if (label !== undefined) options.push([text, { label }]);
  }
  return Object.fromEntries(options);
}
