/** The cost of a key press as the form grows: parse, write, dependents, judge, notify. */
import { compileProcedure, createForm } from '../../../packages/form-engine/dist/index.js';
import { median } from '../figures/median.mjs';

const SIZES = [20, 200, 2000];
const KEYS = 5000;

export function measureKeyPress({ budgets, gates }) {
  console.log('\nA key press in the middle of a form (parse, write, dependents, judge, notify)');
  const forms = SIZES.map((size) => createForm(planOf(size), { today: '2026-11-23', validateOn: 'change' }));
  for (const form of forms) pressKeys(form);
  const rounds = Array.from({ length: 5 }, () => forms.map((form) => pressKeys(form)));
  const medians = SIZES.map((_, index) => median(rounds.map((round) => round[index])));
  SIZES.forEach((size, index) => {
    const cost = (medians[index] * 1000).toFixed(1);
    console.log(
      `  ${String(size).padStart(5)} fields ${cost.padStart(7)} µs  ${(medians[index] / medians[0]).toFixed(2)} × the cost at 20`,
    );
  });
  gates.hold('key press at 2,000 fields beside 20 fields', medians[2] / medians[0], budgets.keyRatio, '×');
  return SIZES.map((fields, index) => ({ fields, ms: medians[index] }));
}

/** Milliseconds for one key press. */
function pressKeys(form) {
  const middle = form.plan.root.children[Math.floor(form.plan.root.children.length / 2)].pointer;
  const field = form.field(middle);
  const stop = field.state.subscribe(() => field.state.get());
  const start = performance.now();
  for (let key = 0; key < KEYS; key += 1) field.setInput(`Nguyễn Văn ${'abcdefghij'[key % 10]}`);
  const cost = (performance.now() - start) / KEYS;
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
