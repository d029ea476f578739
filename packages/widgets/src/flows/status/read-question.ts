/** Reads what was typed into the question of a look-up: a code, and perhaps a secret. */
import { normalizeDossierCode, normalizeLookupSecret } from '@motcua/client';
import type { FlowTextKey } from '../../text/flows.vi.js';

export interface QuestionErrors {
  codeError?: FlowTextKey;
  secretError?: { key: FlowTextKey; params?: Readonly<Record<string, number>> };
}

export type Question = { code: string; secret?: string } | { errors: QuestionErrors };

export function readQuestion(codeText: string, secretText: string): Question {
  const code = attempt(() => normalizeDossierCode(codeText));
  const secret = secretText.trim() === '' ? undefined : attempt(() => normalizeLookupSecret(secretText));
  const errors: QuestionErrors = {};
  if (code === undefined) errors.codeError = 'status.codeMissing';
  else if (/^TN\b/.test(code) && !/^TN(-[0-9A-Z]{4}){3}$/.test(code)) errors.codeError = 'status.codeMalformed';
  if (secretText.trim() !== '' && secret === undefined) {
    errors.secretError = { key: 'status.secretMalformed', params: { actual: secretText.replace(/[\s-]/g, '').length } };
  }
  if (errors.codeError !== undefined || errors.secretError !== undefined || code === undefined) return { errors };
  return secret === undefined ? { code } : { code, secret };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
