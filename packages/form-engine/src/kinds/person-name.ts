import { parseText, text } from './text.js';
import { collapseSpaces } from './intake.js';
import { type FieldKind, fault } from './kind.js';

const NOT_IN_A_NAME = /[^\p{L}\p{M}'’ʼ. -]/u;

/** A person's name: letters of any script with their marks, apostrophe, hyphen, space, full stop. Never changed but for spaces. */
export const personName: FieldKind = {
  ...text,
  name: 'person-name',
  matches: (_schema, definition) => definition === 'person-name',
  parse(input) {
    const parsed = parseText(input, collapseSpaces);
    if ('fault' in parsed || typeof parsed.value !== 'string') return parsed;
    const match = NOT_IN_A_NAME.exec(parsed.value);
    if (match !== null)
      return fault(/\p{N}/u.test(match[0]) ? 'kind.name-digit' : 'kind.name-character', { character: match[0] });
    return /\p{L}/u.test(parsed.value) ? parsed : fault('kind.name-letter-missing');
  },
};
