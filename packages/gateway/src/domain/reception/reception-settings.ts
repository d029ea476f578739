/**
 * What the operator sets for reception: how codes are written, what agencies are called in them, when a dossier counts as nearly late.
 */
import { CodePatternError, readCodePattern, USUAL_PATTERN, type CodePattern } from './code-pattern.js';

export interface ReceptionOptions {
  /** For agencies without a pattern of their own; default: `{agency}-{yyMMdd}-{serial:4}`. */
  codePattern?: string;
  /** By commune code. */
  agencies?: Readonly<Record<string, { identifier: string; codePattern?: string }>>;
  /** Worked hours before the due date from which a dossier is marked `soon-late`; default: 8. */
  soonLateHours?: number;
  /** Version of the catalogue `working-calendar`; default: the newest. */
  calendar?: string;
}

export interface ReceptionSettings {
  findAgency(communeCode: string, provinceCode: string): { identifier: string; pattern: CodePattern };
  /** Worked milliseconds. */
  soonLate: number;
}

const IDENTIFIER = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/;
const MAX_IDENTIFIER = 35;

/** @throws CodePatternError when codes could clash or could not be looked up */
export function readReceptionSettings(options: ReceptionOptions = {}): ReceptionSettings {
  const usual = readCodePattern(options.codePattern ?? USUAL_PATTERN);
  const agencies = new Map(
    Object.entries(options.agencies ?? {}).map(([code, { identifier, codePattern }]) => [
      code,
      {
        identifier: checkIdentifier(identifier),
        pattern: codePattern === undefined ? usual : readCodePattern(codePattern),
      },
    ]),
  );
  refuseTwins([...agencies.values()].map(({ identifier }) => identifier));
  return {
    // Identifiers after the mergers of 2025 are not published in full: an agency that is not configured gets a sample of its own.
    findAgency: (commune, province) =>
      agencies.get(commune) ?? { identifier: `T${province}.${commune}`, pattern: usual },
    soonLate: (options.soonLateHours ?? 8) * 3_600_000,
  };
}

function checkIdentifier(identifier: string): string {
  if (IDENTIFIER.test(identifier) && identifier.length <= MAX_IDENTIFIER) return identifier;
  throw new CodePatternError(
    `The agency identifier "${identifier}" cannot stand in a code. Write groups of A-Z and 0-9 by dots, at most ${MAX_IDENTIFIER} characters.`,
  );
}

function refuseTwins(identifiers: readonly string[]): void {
  const twin = identifiers.find((identifier, index) => identifiers.indexOf(identifier) !== index);
  if (twin !== undefined)
    throw new CodePatternError(
      `Two agencies have the identifier "${twin}": their codes would clash. Give each its own.`,
    );
}
