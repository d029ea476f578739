import { mapToUri } from './map-to-uri.js';
import { isUriReference } from './uri-reference.js';

/** `iri-reference` (RFC 3987): an IRI, or a relative reference such as `/hộ-tịch/khai-sinh`. */
export function isIriReference(text: string): boolean {
  return isUriReference(mapToUri(text));
}
