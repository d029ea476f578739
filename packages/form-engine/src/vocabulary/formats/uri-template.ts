import { replacePrivateCharacters, replaceUcschars } from './map-to-uri.js';

const LITERAL_FAULT = /[^!#-;=?-[\]_a-z~]|%(?![\da-f]{2})/i;
const NAME_FAULT = /[^\w.%]|%(?![\da-f]{2})|^\.|\.\.|\.$|^$/i;

/** `uri-template` (RFC 6570, section 2): literals and expressions of level 4, with an apostrophe as its erratum allows. */
export function isUriTemplate(text: string): boolean {
  const literals = text.replace(/\{([^{}]*)\}/g, (whole, inner: string) => (isExpression(inner) ? '~' : whole));
  return !LITERAL_FAULT.test(replacePrivateCharacters(replaceUcschars(literals, '~'), '~'));
}

/** An operator or none, then variables, each with a prefix length, a `*`, or neither (RFC 6570, sections 2.2 to 2.4). */
function isExpression(inner: string): boolean {
  const variables = inner.replace(/^[+#./;?&=,!@|]/, '').split(',');
  return variables.every((variable) => !NAME_FAULT.test(variable.replace(/(?::[1-9]\d{0,3}|\*)$/, '')));
}
