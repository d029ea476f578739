/** Runs in the page and in the worker: judges the cases of expressions and conditions, and notes every violation of the policy meanwhile. */
import { planConditions, runConditionCase, runExpressionCase } from '../../packages/form-engine/dist/testing/index.js';
import { judgeRules } from './judge-rules.mjs';

const noted = [];
globalThis.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => noted.push(effectiveDirective));

/** @returns {Promise<{ results: string, violations: string[], names: string[] }>} the results as JSON */
export async function judgeRulesHere() {
  const files = (await import('/cases.js')).default;
  const results = JSON.stringify(await judgeRules({ planConditions, runConditionCase, runExpressionCase }, files));
  // Violations are told some time after the script that caused them.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { results, violations: [...noted], names: Object.keys(Object.prototype) };
}
