/**
 * The worker thread in which ajv judges: a pattern that runs away is ended with the thread.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { Verdict } from '../../ports/second-judge.js';
import { readFinding } from './read-finding.js';
import { rewriteTitledConstants } from './titled-constants.js';

// The package is CommonJS and declares an ES default export.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

export interface JudgeRequest {
  id: number;
  planHash: string;
  data: unknown;
}

export interface JudgeAnswer {
  id: number;
  verdict: Verdict;
}

const MAX_FINDINGS = 100;
const judges = compileAll(workerData as Readonly<Record<string, object>>);

parentPort?.on('message', ({ id, planHash, data }: JudgeRequest) => {
  const answer: JudgeAnswer = { id, verdict: decide(judges.get(planHash), data) };
  parentPort?.postMessage(answer);
});
parentPort?.postMessage('ready');

/** A schema that ajv cannot compile leaves its own plan without a judge, not the others. */
function compileAll(schemas: Readonly<Record<string, object>>): Map<string, ValidateFunction> {
  const compiled = new Map<string, ValidateFunction>();
  for (const [hash, schema] of Object.entries(schemas)) {
    const ajv = new Ajv2020({ allErrors: true, strict: false, ownProperties: true, verbose: true, logger: false });
    addFormats(ajv);
    try {
      compiled.set(hash, ajv.compile(rewriteTitledConstants(schema) as object));
    } catch {
      continue;
    }
  }
  return compiled;
}

function decide(validate: ValidateFunction | undefined, data: unknown): Verdict {
  if (!validate) return { kind: 'none', reason: 'schema' };
  if (validate(data)) return { kind: 'valid' };
  return { kind: 'invalid', findings: (validate.errors ?? []).slice(0, MAX_FINDINGS).map(readFinding) };
}
