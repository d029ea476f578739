import { isEmail } from '../vocabulary/formats/email.js';
import { type FieldKind, fault } from './kind.js';
import { parseText, text } from './text.js';

/** An e-mail address; spaces in it are slips of the keyboard. */
export const email: FieldKind = {
  ...text,
  name: 'email',
  autocomplete: 'email',
  matches: (schema, definition) => schema['format'] === 'email' || definition === 'email',
  parse(input) {
    const parsed = parseText(input, (typed) => typed.replace(/\s|^mailto:/giu, ''));
    if ('fault' in parsed || typeof parsed.value !== 'string') return parsed;
    return isEmail(parsed.value) ? parsed : fault('kind.email-incomplete');
  },
};
