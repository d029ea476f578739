/** `uuid` (RFC 9562): hexadecimal digits in groups of 8-4-4-4-12. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text);
}
