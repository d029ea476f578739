/** Runs in the page and in the worker: judges the groups and notes every violation of the policy meanwhile. */
import { createValidator, SchemaError } from '../../packages/form-engine/dist/index.js';
import { judgeGroups } from './judge-groups.mjs';

const noted = [];
globalThis.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => noted.push(effectiveDirective));

/** @returns {Promise<{ results: string, violations: string[], isPolicyInForce: boolean, names: string[] }>} the results as JSON */
export async function judgeHere() {
  const { groups, sets } = (await import('/groups.js')).default;
  const results = JSON.stringify(judgeGroups({ createValidator, SchemaError }, groups, sets));
  // Violations are told some time after the script that caused them.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const violations = [...noted];
  return { results, violations, isPolicyInForce: isCodeRefused(), names: Object.keys(Object.prototype) };
}

/** Asks for what the policy forbids; by then the violations of the evaluator are counted. */
function isCodeRefused() {
  try {
    Reflect.construct(globalThis['Function'], ['return 1']);
    return false;
  } catch {
    return true;
  }
}
