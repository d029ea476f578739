/** Why a paper is refused: a code, the part that is wrong, and the places that differ. */
import type { Difference } from './compare-values.js';
import type { JwsPart } from '../signature/read-jws.js';

export const FAULT_CODES = [
  'file.empty',
  'file.too-large',
  'file.not-text',
  'file.not-signed',
  'file.malformed',
  'file.truncated',
  'file.several',
  'jws.truncated',
  'jws.malformed',
  'header.altered',
  'header.algorithm',
  'header.critical',
  'header.foreign-key',
  'header.type',
  'key.unknown',
  'key.outside-validity',
  'key.revoked',
  'payload.altered',
  'payload.unreadable',
  'signature.altered',
  'content.altered',
  'copy.differs',
  'text.differs',
  'time.missing',
  'time.future',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

export interface Fault {
  code: FaultCode;
  /** The part of the JWS that cannot be read. */
  part?: JwsPart;
  /** What was found in place of what should stand there, as the algorithm's name. */
  found?: string;
  differences?: readonly Difference[];
}
