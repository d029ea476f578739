/** `email`: a mailbox of RFC 5321: dot-atom or quoted local part, host name or address literal. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  return isLocalPart(text.slice(0, at)) && isDomain(text.slice(at + 1));
}

const ATOM = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/iu;
const QUOTED = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/u;

function isLocalPart(text: string): boolean {
  return QUOTED.test(text) || text.split('.').every((atom) => ATOM.test(atom));
}

function isDomain(text: string): boolean {
  if (text.startsWith('[')) return isAddressLiteral(text);
  return (
    text.length <= 253 &&
    text.split('.').every((label) => label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/iu.test(label))
  );
}

function isAddressLiteral(text: string): boolean {
  const inner = text.endsWith(']') ? text.slice(1, -1) : '';
  if (/^IPv6:[0-9a-f:.]+$/iu.test(inner)) return inner.includes('::') || inner.split(':').length === 9;
  const parts = inner.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/u.test(part) && Number(part) <= 255);
}
