/** The evaluator beside its peers, workload by workload, in Node and in Chromium: first whether the verdicts are right, then the times. */
import { ENGINE_NAMES, ENGINES } from '../engines/index.mjs';
import { formatRate, formatTime } from '../figures/format.mjs';
import { median } from '../figures/median.mjs';
import { WORKLOADS } from '../workloads/index.mjs';

/** Milliseconds after which a part of an answer is no longer waited for. */
const PATIENCE = 10_000;
/** An engine whose first use takes longer is read once. */
const LONG = 1_000;
const PHASES = ['first', 'second', 'ready', 'valid', 'invalid'];
/** Where the use after another form is read too. Code generated beforehand has no such thing: it knows one schema. */
const SECOND = 'mixed-81';

/** @returns {Promise<Record<string, {node: object, page: object}>>} per workload and place: `{verdicts, times}` by engine */
export async function measureEvaluator(context) {
  const results = {};
  for (const name of Object.keys(WORKLOADS)) {
    const { title } = WORKLOADS[name]();
    console.log(`\n${title}`);
    const node = await measurePlace(context, name, 'node', {});
    const page = await measurePlace(context, name, 'page', node.verdicts);
    results[name] = { node, page };
    holdGates(context, name, title, results[name]);
  }
  return results;
}

async function measurePlace(context, workload, place, before) {
  const engines = context.peers ? ENGINE_NAMES : ['ours'];
  const verdicts = {};
  for (const engine of engines)
    verdicts[engine] = await askVerdicts(context, { workload, engine, place }, before[engine]);
  const able = engines.filter((engine) => isTimed(verdicts[engine]));
  const readings = Object.fromEntries(able.map((engine) => [engine, []]));
  for (let round = 0; round < context.rounds; round += 1)
    for (const engine of rotate(able, round)) {
      const { policy } = verdicts[engine];
      const asked = { engine, workload, place, policy };
      const told = await ask(context, { ...asked, task: 'measure' });
      if (workload === SECOND && engine !== 'ajv-standalone')
        Object.assign(told, await ask(context, { ...asked, task: 'second' }));
      if (told.fault) verdicts[engine].fault ??= told.fault;
      else readings[engine].push(told);
    }
  const times = Object.fromEntries(engines.map((engine) => [engine, summarise(verdicts[engine], readings[engine])]));
  for (const engine of engines) print(place, engine, verdicts[engine], times[engine]);
  return { verdicts, times };
}

/** In a page the strict policy is tried first; an engine that cannot do with it is measured under an open one. */
async function askVerdicts(context, { workload, engine, place }, before) {
  if (engine === 'ajv-standalone' && context.standaloneFaults[workload])
    return { fault: `${context.standaloneFaults[workload]} while the code is generated` };
  if (place === 'page' && /^over \d/.test(before.fault)) return { fault: `${before.fault} in Node, not tried here` };
  const asked = { task: 'verdicts', engine, workload, place };
  if (place === 'node') return ask(context, asked);
  const strict = await ask(context, { ...asked, policy: 'strict' });
  if (!strict.fault) return { ...strict, policy: 'strict', strict };
  return { ...(await ask(context, { ...asked, policy: 'open' })), policy: 'open', strict };
}

function ask(context, { place, ...asked }) {
  const standalone = `standalone-${asked.workload}.js`;
  if (place === 'page') return context.askPage({ ...asked, standalone: `/scripts/${standalone}` }, PATIENCE);
  return context.askNode({ ...asked, standalone: new URL(standalone, context.folder).href }, PATIENCE);
}

function isTimed(verdict) {
  return !verdict.fault && verdict.first <= LONG;
}

function rotate(list, by) {
  const start = by % Math.max(1, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}

/** By phase: the median, the best and the spread of the rounds. What was read once stands alone. */
function summarise(verdict, readings = []) {
  if (verdict.fault) return undefined;
  const all =
    readings.length > 0 ? readings : [{ first: verdict.first, valid: verdict.first, invalid: verdict.invalid }];
  const phases = PHASES.map((phase) => {
    const values = all.map((reading) => reading[phase]).filter((value) => value !== undefined);
    if (values.length === 0) return [phase, undefined];
    const middle = median(values);
    const best = Math.min(...values);
    return [phase, { median: middle, best, spread: (Math.max(...values) - best) / middle, rounds: values.length }];
  });
  return Object.fromEntries(phases);
}

function print(place, engine, verdict, times) {
  const head = `  ${place.padEnd(5)} ${ENGINES[engine].title.padEnd(28)}`;
  if (!times) return console.log(`${head} fails: ${verdict.fault}`);
  const wrong = verdict.takesValid && verdict.refusesInvalid ? '' : '  WRONG VERDICT';
  const time = (phase) => (times[phase] ? formatTime(times[phase].median) : '–').padStart(8);
  const rate = (phase) => formatRate(times[phase].median).padStart(12);
  const errors = `${verdict.errors} errors`;
  console.log(
    `${head} first ${time('first')}  ${times.second ? `after another ${time('second')}  ` : ''}warm ${time('ready')}  valid ${rate('valid')}  invalid ${rate('invalid')}  ${errors}${wrong}`,
  );
}

/** Absolute limits are held by the best round, since any other program can only make a round slower; a warm median by the median. */
function holdGates({ budgets, gates }, workload, title, places) {
  for (const [place, { times, verdicts }] of Object.entries(places)) {
    const where = place === 'node' ? 'Node' : 'Chromium';
    const { takesValid, refusesInvalid } = verdicts.ours;
    const right = takesValid && refusesInvalid;
    for (const { phase, figure, limit, what } of budgets.evaluator.filter((gate) => gate.workload === workload)) {
      const value = right ? (times.ours?.[phase]?.[figure] ?? Infinity) : Infinity;
      gates.hold(`${title}: ${what}, ${where}`, value, limit, 'ms');
    }
  }
}
