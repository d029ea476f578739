/** Hostile schemas: each has to be answered at once, and refused with a typed code where nobody could answer rightly. */
import { formatTime } from '../figures/format.mjs';
import { HOSTILE_SCHEMAS } from '../hostile/schemas.mjs';

const PATIENCE = 10_000;
const ROUNDS = 3;

export async function measureHostileSchemas({ askNode, budgets, gates }) {
  console.log('\nHostile schemas (compiled, and checked where taken)');
  const rows = [];
  for (const [name, { refused }] of Object.entries(HOSTILE_SCHEMAS)) {
    const answers = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const answer = await askNode({ task: 'schema', engine: 'ours', schema: name }, PATIENCE);
      answers.push(answer);
      if (answer.fault) break;
    }
    const outcome = answers.map((answer) => answer.fault ?? answer.code).find((code) => !isTyped(code, refused));
    const ms = outcome === undefined ? Math.min(...answers.map((answer) => answer.ms)) : Infinity;
    const code = outcome ?? answers[0].code;
    console.log(`  ${name.padEnd(44)} ${code.padEnd(24)} ${ms === Infinity ? '' : formatTime(ms)}`);
    gates.hold(`hostile schema, ${name}`, ms, budgets.hostileSchema, 'ms');
    rows.push({ name, code, ms });
  }
  return rows;
}

function isTyped(code, mustBeRefused) {
  return /^schema\.[a-z-]+$/.test(code) || (code === 'taken' && !mustBeRefused);
}
