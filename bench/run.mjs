/**
 * Measures in one run what users feel: bytes to load, and the cost of a key press as the form grows.
 * Figures are printed as ratios too, since machines differ; `--check` compares them with budgets.json and exits 1 when one is passed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { compileProcedure, createForm } from '../packages/form-engine/dist/index.js';

const budgets = JSON.parse(readFileSync('bench/budgets.json', 'utf8'));
const check = process.argv.includes('--check');
const passed = [];

measureBytes();
measureKeys();
finish();

function measureBytes() {
  const folder = 'packages/widgets/embed';
  const names = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .sort();
  console.log('\nBytes of the files for a script tag');
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const gzip = gzipSync(bytes, { level: 9 }).length;
    console.log(
      `  ${name.padEnd(40)} ${String(bytes.length).padStart(8)} raw ${String(gzip).padStart(7)} gzip ${String(brotliCompressSync(bytes).length).padStart(7)} brotli`,
    );
    for (const [pattern, budget] of Object.entries(budgets.gzipBytes)) {
      if (new RegExp(pattern).test(name)) compare(`${name}, gzip bytes`, gzip, budget);
    }
  }
}

function measureKeys() {
  console.log('\nA key press in the middle of a form (parse, write, dependents, judge, notify)');
  const sizes = [20, 200, 2000];
  const forms = sizes.map((size) => createForm(planOf(size), { today: '2026-11-23', validateOn: 'change' }));
  for (const form of forms) pressKeys(form, 5000);
  const rounds = Array.from({ length: 5 }, () => forms.map((form) => pressKeys(form, 5000)));
  const medians = sizes.map((_, index) => median(rounds.map((round) => round[index])));
  sizes.forEach((size, index) => {
    console.log(
      `  ${String(size).padStart(5)} fields ${(medians[index] * 1000).toFixed(1).padStart(7)} µs  ${(medians[index] / medians[0]).toFixed(2)} × the cost at 20`,
    );
  });
  compare('key press at 2,000 fields, × the cost at 20', medians[2] / medians[0], budgets.keyRatio);
}

/** Milliseconds for one key press. */
function pressKeys(form, count) {
  const middle = form.plan.root.children[Math.floor(form.plan.root.children.length / 2)].pointer;
  const field = form.field(middle);
  const stop = field.state.subscribe(() => field.state.get());
  const start = performance.now();
  for (let key = 0; key < count; key += 1) field.setInput(`Nguyễn Văn ${'abcdefghij'[key % 10]}`);
  const cost = (performance.now() - start) / count;
  stop();
  return cost;
}

function planOf(size) {
  const names = Array.from({ length: size }, (_, index) => `field${index}`);
  const text = { type: 'string', minLength: 2, maxLength: 100 };
  return compileProcedure({
    record: { slug: 'bench/flat', version: '1.0.0' },
    data: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, text])),
      required: names,
      additionalProperties: false,
      allOf: names
        .filter((_, index) => index % 10 === 9)
        .map((name, index) => ({
          if: { type: 'object', properties: { [name]: { const: 'ẩn' } }, required: [name] },
          then: { type: 'object', properties: { [names[index * 10]]: false } },
        })),
    },
    form: { steps: [{ id: 'all', sections: [{ id: 'all', fields: names.map((name) => ({ pointer: `/${name}` })) }] }] },
    definitions: {},
    catalogVersions: {},
  });
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function compare(what, value, budget) {
  if (value > budget) passed.push(`${what}: ${value} is over ${budget}`);
}

function finish() {
  for (const line of passed) console.log(`\nOver budget: ${line}`);
  if (check && passed.length > 0) process.exit(1);
}
