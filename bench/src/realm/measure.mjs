/** What a realm does when it is asked for an engine's time: the first use, then the same again warmed up. Runs in Node and in pages alike. */
import { median } from '../figures/median.mjs';
import { smallForm } from '../workloads/small-form.mjs';

/** Milliseconds that one reading may take when the work itself is short. */
const READING = 40;
/** From here on, work is done once and not warmed up. */
const LONG = 1_000;

/**
 * Tells, one after another: `first` (compile and the first check, in ms), `ready` (the same, warm), `valid` and `invalid` (ms for one check;
 * the invalid value with all its errors collected).
 */
export async function measureEngine(engine, workload, options, tell) {
  const schemaText = JSON.stringify(workload.schema);
  const makeReady = async () => {
    const schema = JSON.parse(schemaText);
    const start = performance.now();
    const judge = await engine.compile(schema, options);
    judge.check(workload.valid);
    return { judge, ms: performance.now() - start };
  };
  const { judge, ms: first } = await makeReady();
  await tell({ first });
  if (first < LONG) await tell({ ready: await repeatReady(makeReady) });
  await tell({ valid: timeEach(() => judge.check(workload.valid), first) });
  await tell({ invalid: timeEach(() => judge.collect(workload.invalid), first) });
}

/** Tells `second`: as `first`, in a place where the engine has compiled and checked another form, a small one, once. */
export async function measureSecondForm(engine, workload, options, tell) {
  const before = smallForm();
  (await engine.compile(before.schema, options)).check(before.valid);
  const schema = structuredClone(workload.schema);
  const start = performance.now();
  const judge = await engine.compile(schema, options);
  judge.check(workload.valid);
  await tell({ second: performance.now() - start });
}

async function repeatReady(makeReady) {
  const readings = [];
  const start = performance.now();
  while (readings.length < 3 || (performance.now() - start < 2 * READING && readings.length < 100))
    readings.push((await makeReady()).ms);
  return median(readings.slice(Math.floor(readings.length / 2)));
}

/** Milliseconds for one run: warmed up and repeated where the work is short. */
function timeEach(work, expected) {
  const warm = expected < LONG ? runFor(work, READING) : { runs: 1, ms: expected };
  const count = Math.max(1, Math.round((READING / warm.ms) * warm.runs));
  const start = performance.now();
  for (let run = 0; run < count; run += 1) work();
  return (performance.now() - start) / count;
}

function runFor(work, budget) {
  const start = performance.now();
  let runs = 0;
  let ms = 0;
  while (ms < budget) {
    work();
    runs += 1;
    ms = performance.now() - start;
  }
  return { runs, ms };
}
