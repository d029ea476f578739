/** The form model beside its peers, in Node and in Chromium: keys, rows, and of ours also plan, switch and memory. */
import { formatBytes, formatTime } from '../figures/format.mjs';

/** The models by name, and what they are called. */
export const MODELS = {
  ours: 'ours',
  tanstack: 'TanStack Form core',
  'final-form': 'Final Form',
  'react-hook-form': 'React Hook Form',
};
/** What is told of each, in the order of the page. */
export const MODEL_FIGURES = {
  keys20: 'a key at 20 fields',
  keys1000: 'a key at 1,000 fields',
  settled1000: 'a key to its issues at 1,000 fields',
  'rows1000-append': 'append at 1,000 rows',
  'rows1000-insert': 'insert at 1,000 rows',
  'rows1000-removeFirst': 'remove the first of 1,000 rows',
  'rows1000-move': 'move at 1,000 rows',
  'rows10000-append': 'append at 10,000 rows',
  'rows10000-insert': 'insert at 10,000 rows',
  'rows10000-removeFirst': 'remove the first of 10,000 rows',
  'rows10000-move': 'move at 10,000 rows',
  plan1000: 'plan of 1,000 fields',
  switch50: 'a switch that shows 50 fields',
  heap1000: 'bytes of a form of 1,000 fields',
  heapGrowth: 'bytes left by 1,000 forms',
};
const PATIENCE = 20_000;
/** Rounds of ours, which budgets hold, and of a peer. */
const ROUNDS = { ours: 3, peer: 1 };
const PLACES = { node: 'Node', page: 'Chromium' };

/** The models that a page may be asked to load. */
export const MODEL_ENGINES = Object.keys(MODELS).map((name) => `model-${name}`);

/** @returns {Promise<Record<string, Record<string, object>>>} figures by place and model */
export async function measureModel(context) {
  const names = context.peers ? Object.keys(MODELS) : ['ours'];
  const results = {};
  for (const [place, where] of Object.entries(PLACES)) {
    console.log(`\nThe form model, ${where}`);
    results[place] = {};
    for (const name of names) {
      const tasks = [
        'model-keys',
        'model-rows-1000',
        'model-rows-10000',
        ...(name === 'ours' ? ['model-plan', 'model-heap'] : []),
      ];
      results[place][name] = await measureBest(context, place, name, tasks);
      print(MODELS[name], results[place][name]);
    }
    holdGates(context, where, results[place].ours);
  }
  return results;
}

/** The best of the rounds, each in a realm of its own: another program can only make a round slower. */
async function measureBest(context, place, name, tasks) {
  const best = {};
  for (const task of tasks)
    for (let round = 0; round < (name === 'ours' ? ROUNDS.ours : ROUNDS.peer); round += 1) {
      const {
        loaded: _loaded,
        done: _done,
        fault,
        violations: _violations,
        ...told
      } = await ask(context, place, { task, engine: `model-${name}`, policy: 'strict' });
      for (const [figure, value] of Object.entries(told)) best[figure] = Math.min(best[figure] ?? Infinity, value);
      if (fault === undefined) continue;
      best.fault ??= `${task}: ${fault}`;
      break;
    }
  return best;
}

function ask(context, place, asked) {
  return place === 'page' ? context.askPage(asked, PATIENCE) : context.askNode(asked, PATIENCE);
}

function print(title, { fault, ...figures }) {
  const parts = Object.entries(figures).map(
    ([name, value]) => `${name} ${name.startsWith('heap') ? formatBytes(value) : formatTime(value)}`,
  );
  console.log(`  ${title.padEnd(20)} ${parts.join('  ')}${fault === undefined ? '' : `  fails: ${fault}`}`);
}

function holdGates({ budgets, gates }, where, ours) {
  const ratio = ours.keys1000 / ours.keys20;
  gates.hold(
    `model, key press at 1,000 fields beside 20, ${where}`,
    Number.isFinite(ratio) ? ratio : Infinity,
    budgets.model.keyRatio,
    '×',
  );
  for (const { figure, limit, unit, what } of budgets.model.figures)
    gates.hold(`model, ${what}, ${where}`, ours[figure] ?? Infinity, limit, unit);
}
