/** Runs in the page: judges the cases of kinds and texts, and notes every violation of the policy meanwhile. */
import { runKindCase } from '../../packages/form-engine/dist/testing/run-kind-case.js';
import { runTextCase } from '../../packages/form-engine/dist/testing/run-text-case.js';
import { judgeKinds } from './judge-kinds.mjs';

const violations = [];
globalThis.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));

globalThis.outcome = import('/cases.js').then(async ({ default: files }) => {
  const results = JSON.stringify(judgeKinds({ runKindCase, runTextCase }, files));
  // Violations are told some time after the script that caused them.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { results, violations: [...violations], names: Object.keys(Object.prototype) };
});
