/** The papers that a gateway signs, told apart by `typ` in the protected header (RFC 8725, section 3.11): one can never pass for another. */

export type DocumentKind = 'confirmation' | 'receptionSlip' | 'supplementRequest' | 'refusal' | 'apology' | 'result';

const TYPES: Readonly<Record<string, DocumentKind>> = {
  'motcua-confirmation+jws': 'confirmation',
  'motcua-reception-slip+jws': 'receptionSlip',
  'motcua-supplement-request+jws': 'supplementRequest',
  'motcua-refusal+jws': 'refusal',
  'motcua-apology+jws': 'apology',
  'motcua-result+jws': 'result',
};

/** Every `typ` that a gateway writes. */
export const KNOWN_TYPES: readonly string[] = Object.keys(TYPES);

export function kindOfType(type: unknown): DocumentKind | undefined {
  return typeof type === 'string' && Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
}

/** Members that say when a paper was signed, the telling one first. */
export const SIGNED_AT = ['issuedAt', 'signedAt', 'resultAt', 'returnedAt', 'receivedAt', 'submittedAt'] as const;

/** Members whose value a reader knows the paper by. */
export const CODES = ['officialCode', 'provisionalCode', 'code'] as const;
