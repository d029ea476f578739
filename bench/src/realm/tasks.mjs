/** What a realm can be asked to do. Each task gets what was asked and a way to tell a part of the answer as soon as it is known. */
import { WORKLOADS } from '../workloads/index.mjs';
import { checkHostilePatterns } from '../hostile/check-patterns.mjs';
import { judgeHostileSchema } from '../hostile/judge-schema.mjs';
import { compareVerdicts } from './compare-verdicts.mjs';
import { measureEngine, measureSecondForm } from './measure.mjs';
import { measureHeap, measureKeys, measurePlanAndSwitch, measureRows } from './measure-model.mjs';

const TASKS = {
  measure: (asked, engine, tell) => measureEngine(engine, WORKLOADS[asked.workload](), asked, tell),
  second: (asked, engine, tell) => measureSecondForm(engine, WORKLOADS[asked.workload](), asked, tell),
  verdicts: (asked, engine, tell) => compareVerdicts(engine, WORKLOADS[asked.workload](), asked, tell),
  schema: (asked, engine, tell) => judgeHostileSchema(asked.schema, engine, tell),
  'model-keys': (_asked, model, tell) => measureKeys(model, tell),
  'model-rows-1000': (_asked, model, tell) => measureRows(model, 1_000, tell),
  'model-rows-10000': (_asked, model, tell) => measureRows(model, 10_000, tell),
  'model-plan': (_asked, model, tell) => measurePlanAndSwitch(model, tell),
  'model-heap': (_asked, model, tell) => measureHeap(model, tell),
  patterns: (asked, engine, tell) => checkHostilePatterns(asked.entries, engine, tell),
};

/**
 * Runs one task and tells its end: `{done: true}` or `{fault}`.
 *
 * @param {{task: string}} asked plain JSON: `task`, `engine`, `workload` …
 * @param {object} engine what a module of `engines/` exports
 * @param {(part: object) => Promise<void>} tell
 */
export async function runTask(asked, engine, tell) {
  try {
    await tell({ loaded: true });
    await TASKS[asked.task](asked, engine, tell);
    await tell({ done: true });
  } catch (error) {
    await tell({ fault: describeFault(error) });
  }
}

function describeFault(error) {
  if (error instanceof RangeError && /call stack/i.test(error.message)) return 'overflows the stack';
  const detail = error?.details?.[0]?.message ?? error?.message ?? String(error);
  return `${error?.name ?? 'Error'}: ${String(detail).split('\n')[0].slice(0, 120)}`;
}
