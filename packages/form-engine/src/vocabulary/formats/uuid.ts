/** `uuid` (RFC 9562): hexadecimal digits in groups of 8-4-4-4-12, of any version and variant. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text);
}
