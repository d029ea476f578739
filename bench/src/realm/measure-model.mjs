/** What a realm does when it is asked for a form model's times: keys, rows, plan, switch, memory. Runs in Node and in pages alike. */
import { median } from '../figures/median.mjs';

/** Keys in one round, and the milliseconds after which a slow model has pressed enough. */
const KEYS = 2_000;
const LONG = 500;
const ROUNDS = 5;
const OPERATIONS = ['append', 'insert', 'removeFirst', 'move'];
/** Runs of one operation on the rows; each changes their number by one at most. A slow model runs fewer. */
const RUNS = 20;
const FEWEST = 3;
const WARM_FORMS = 100;
const FORMS = 1_000;

/** Tells `keys20`, `keys1000` (ms for a key press) and `settled1000` (ms from the input to its issues). */
export async function measureKeys(model, tell) {
  for (const size of [20, 1_000]) {
    const form = model.openFlat(size);
    pressKeys(form);
    await tell({ [`keys${size}`]: Math.min(...Array.from({ length: ROUNDS }, () => pressKeys(form))) });
    await comeToRest();
    if (size === 1_000) await tell({ settled1000: await settleKeys(form) });
    form.close();
  }
}

/** Tells `rows<count>-<operation>`: ms for one, in the median. */
export async function measureRows(model, count, tell) {
  const rows = model.openRows(count);
  for (const operation of OPERATIONS) {
    const before = rows.length();
    const times = [];
    const end = performance.now() + LONG;
    while (times.length < FEWEST || (times.length < RUNS && performance.now() < end)) {
      const start = performance.now();
      await rows[operation]();
      times.push(performance.now() - start);
    }
    const runs = times.length;
    const grown = { append: runs, insert: runs, removeFirst: -runs, move: 0 }[operation];
    if (rows.length() !== before + grown) throw new Error(`${operation} left ${rows.length()} rows of ${before}`);
    await tell({ [`rows${count}-${operation}`]: median(times) });
  }
  rows.close();
}

/** Tells `plan1000` (ms for a plan of 1,000 fields, warm) and `switch50` (ms until 50 fields are shown). */
export async function measurePlanAndSwitch(model, tell) {
  const plans = [];
  const end = performance.now() + 2 * LONG;
  while (plans.length < FEWEST || performance.now() < end) plans.push(timeOf(() => model.plan(1_000)));
  await tell({ plan1000: Math.min(...plans) });
  const form = model.openSwitch(50);
  const times = Array.from({ length: 40 }, () => {
    form.hide();
    return timeOf(() => form.show());
  });
  if (!form.isShown()) throw new Error('the switch shows nothing');
  form.close();
  await tell({ switch50: median(times) });
}

/** Tells `heap1000` (bytes that a form of 1,000 fields holds beside its plan) and `heapGrowth` (bytes that 1,000 forms left). */
export async function measureHeap(model, tell) {
  const plan = model.plan(1_000);
  open(model, plan);
  const before = await readHeap();
  const form = model.openOn(plan);
  for (const { pointer } of plan.root.children) form.field(pointer).state.get();
  await tell({ heap1000: (await readHeap()) - before });
  form.dispose();
  const small = model.plan(100);
  for (let count = 0; count < WARM_FORMS; count += 1) open(model, small);
  const rest = await readHeap();
  for (let count = 0; count < FORMS; count += 1) open(model, small);
  await tell({ heapGrowth: (await readHeap()) - rest });
}

function open(model, plan) {
  const form = model.openOn(plan);
  form.field(plan.root.children[0].pointer).setInput('Nguyễn Văn An');
  form.dispose();
}

/** Lets a model that judges later be done with what was pressed. */
function comeToRest() {
  return new Promise((resolve) => setTimeout(resolve, 10));
}

/** Milliseconds for one key. */
function pressKeys(form) {
  const start = performance.now();
  let keys = 0;
  do {
    for (let turn = 0; turn < 10; turn += 1) form.press(`Nguyễn Văn ${'abcdefghij'[turn]}`);
    keys += 10;
  } while (keys < KEYS && performance.now() - start < LONG);
  return (performance.now() - start) / keys;
}

async function settleKeys(form) {
  let wrong = 0;
  let pairs = 0;
  const start = performance.now();
  do {
    for (const text of ['a', 'An']) wrong += await form.settled(text);
    pairs += 1;
  } while (pairs < KEYS / 2 && performance.now() - start < LONG);
  const time = (performance.now() - start) / (2 * pairs);
  if (wrong !== pairs) throw new Error(`${wrong} of ${pairs} wrong answers were found`);
  return time;
}

function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Bytes in use once all that nobody holds is gone. The realm is started so that it may ask for that. */
async function readHeap() {
  for (let turn = 0; turn < 3; turn += 1) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return globalThis.process?.memoryUsage?.().heapUsed ?? performance.memory.usedJSHeapSize;
}
