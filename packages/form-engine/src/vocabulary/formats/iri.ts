import { mapToUri } from './map-to-uri.js';
import { isUri } from './uri.js';

/** `iri` (RFC 3987): a URI that may have letters beyond ASCII, as in `https://ví-dụ.vn/hộ-tịch`. */
export function isIri(text: string): boolean {
  return isUri(mapToUri(text));
}
