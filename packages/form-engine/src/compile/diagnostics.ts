/**
 * What compilation says to the author: collected on the way, thrown at the end when one of them is an error.
 */
import { SchemaError, type SchemaErrorCode } from '../errors.js';
import type { Diagnostic, Pointer } from '../plan/plan.js';

/** Codes of findings that do not stop the compilation. */
export type AdviceCode =
  | 'form.field-missing'
  | 'schema.condition-always-true'
  | 'schema.recursive'
  | 'schema.field-undeclared'
  | 'rule.hides-required'
  | 'schema.branch-chosen'
  | 'schema.not-asked';

/** Collects findings of one compilation. */
export interface Findings {
  refuse(
    code: SchemaErrorCode,
    file: string,
    pointer: Pointer,
    message: string,
    advice: string,
    chain?: readonly string[],
  ): void;
  advise(code: AdviceCode, file: string, pointer: Pointer, message: string, advice: string): void;
  /** Throws the first error with all findings. */
  settle(): readonly Diagnostic[];
}

/** Opens an empty collection. */
export function collectFindings(): Findings {
  const diagnostics: Diagnostic[] = [];
  let first: { code: SchemaErrorCode; diagnostic: Diagnostic; chain: readonly string[] } | undefined;
  return {
    refuse(code, file, pointer, message, advice, chain = []) {
      const diagnostic: Diagnostic = { code, severity: 'error', file, pointer, message, advice };
      diagnostics.push(diagnostic);
      first ??= { code, diagnostic, chain };
    },
    advise(code, file, pointer, message, advice) {
      diagnostics.push({ code, severity: 'warning', file, pointer, message, advice });
    },
    settle() {
      if (first === undefined) return diagnostics;
      const { code, diagnostic, chain } = first;
      throw new SchemaError(code, `${diagnostic.file}: ${diagnostic.message}`, {
        pointer: diagnostic.pointer,
        cure: diagnostic.advice,
        chain,
        diagnostics,
      });
    },
  };
}
