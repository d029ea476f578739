/**
 * Official dossier codes by a pattern that the operator sets, as `{agency}-{yyMMdd}-{serial:4}` (Thông tư 01/2018/TT-VPCP, Điều 19).
 */
import { readDossierCode } from '../codes.js';
import type { PlainDate } from '../time/plain-date.js';

export interface CodeFacts {
  /** Identifier of the agency, as `H26.12.34`. */
  agency: string;
  day: PlainDate;
  /** From 1, of the agency and the day. */
  serial: number;
}

export interface CodePattern {
  write(facts: CodeFacts): string;
}

export const USUAL_PATTERN = '{agency}-{yyMMdd}-{serial:4}';

/** A pattern that could give one code twice, or a code that nobody can look up; the message says what is missing. */
export class CodePatternError extends Error {
  override readonly name = 'CodePatternError';
  readonly code = 'configuration.invalid';
}

const PLACEHOLDER = /\{([A-Za-z]+)(?::(\d))?\}/g;
const SAMPLE: CodeFacts = { agency: 'H26.12', day: '2026-11-23', serial: 1 };

/** @throws CodePatternError */
export function readCodePattern(text: string): CodePattern {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');
  for (const name of ['agency', 'serial'])
    if (!names.includes(name)) throw new CodePatternError(`The code pattern "${text}" lacks {${name}}.`);
  if (!names.includes('yyMMdd') && !names.includes('yyyyMMdd'))
    throw new CodePatternError(`The code pattern "${text}" lacks the day: write {yyMMdd} or {yyyyMMdd}.`);
  const pattern: CodePattern = {
    write: (facts) => text.replace(PLACEHOLDER, (_, name, width) => fill(name, width, facts, text)),
  };
  const sample = pattern.write(SAMPLE);
  if (readDossierCode(sample) !== sample)
    throw new CodePatternError(
      `The code pattern "${text}" gives ${sample}, which cannot be looked up. Write capital letters, digits and dots, then the day, then a serial of at least 4 digits, by hyphens.`,
    );
  return pattern;
}

/** A serial beyond its width grows longer; it is never cut. */
function fill(name: string, width: string | undefined, { agency, day, serial }: CodeFacts, text: string): string {
  const digits = day.replaceAll('-', '');
  if (name === 'agency') return agency;
  if (name === 'yyMMdd') return digits.slice(2);
  if (name === 'yyyyMMdd') return digits;
  if (name === 'serial') return String(serial).padStart(Number(width ?? 4), '0');
  throw new CodePatternError(`The code pattern "${text}" has the unknown place {${name}}.`);
}
