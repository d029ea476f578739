const UCSCHAR = /(?!\p{NChar})[\xa0-\ud7ff\uf900-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{effff}]/gu;
const IPRIVATE = /(?!\p{NChar})[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;

/** Writes `by` for each character that RFC 3987 (section 2.2, ucschar) lets stand where a URI has an unreserved one. */
export function replaceUcschars(text: string, by: string): string {
  return text.replace(UCSCHAR, by);
}

/** Writes `by` for each private-use character that RFC 3987 (iprivate) allows in a query. */
export function replacePrivateCharacters(text: string, by: string): string {
  return text.replace(IPRIVATE, by);
}

/** The syntax of an IRI as that of a URI (RFC 3987, section 3.1): other letters become percent-encoded octets. */
export function mapToUri(iri: string): string {
  return replaceUcschars(
    iri.replace(/\?[^#]*/, (query) => replacePrivateCharacters(query, '%EE')),
    '%C3',
  );
}
