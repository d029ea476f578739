/** `json-pointer` (RFC 6901, section 3): empty, or tokens that each begin with `/`, where `~` is `~0` or begins `~1`. */
export function isJsonPointer(text: string): boolean {
  return !/^[^/]|~(?![01])/.test(text);
}
