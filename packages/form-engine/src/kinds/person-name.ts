import { writeOut } from '../data/json.js';
import { parseText, text } from './text.js';
import { collapseSpaces } from './intake.js';
import { type FieldKind, fault } from './kind.js';

const NOT_IN_A_NAME = /[^\p{L}\p{M}'’ʼ. -]/u;
/** Letters of which many look like Latin ones; beside those they are a slip of the keyboard, or a name that nobody will find again. */
const LATIN = /\p{Script=Latin}/u;
const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A person's name: letters of any script with their marks, apostrophe, hyphen, space, full stop. Never changed but for spaces. */
export const personName: FieldKind = {
  ...text,
  name: 'person-name',
  autocomplete: 'name',
  matches: (_schema, definition) => definition === 'person-name',
  parse(input) {
    const parsed = parseText(input, collapseSpaces);
    if ('fault' in parsed || typeof parsed.value !== 'string') return parsed;
    const match = NOT_IN_A_NAME.exec(parsed.value);
    if (match !== null)
      return fault(/\p{N}/u.test(match[0]) ? 'kind.name-digit' : 'kind.name-character', { character: match[0] });
    return /\p{L}/u.test(parsed.value) ? parsed : fault('kind.name-letter-missing');
  },
  advise(value) {
    const name = writeOut(value);
    return LATIN.test(name) && LOOK_ALIKE.test(name) ? [{ code: 'warning.name-scripts', params: {} }] : [];
  },
};
