/** Hostile patterns over texts of 20,000 characters, in Node and in Chromium: no check may hold a page up. */
import { readFileSync } from 'node:fs';
import { formatTime } from '../figures/format.mjs';
import { LENGTH } from '../hostile/texts.mjs';

const FILE = 'schemas/conformance/patterns/hostile.json';
const PATIENCE = 10_000;
const ROUNDS = 3;

/** Judged by the best of the rounds for each pattern, since any other program can only make a round slower. */
export async function measureHostilePatterns(context) {
  const { patterns } = JSON.parse(readFileSync(FILE, 'utf8'));
  console.log(`\n${patterns.length} hostile patterns, texts of ${LENGTH.toLocaleString('en')} characters`);
  const places = {};
  for (const place of ['node', 'page']) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await askRound(context, place, patterns));
    places[place] = patterns.map((entry, index) =>
      bestOf(
        entry,
        rounds.map((answers) => answers[index]),
      ),
    );
    report(context, place, places[place]);
  }
  return places;
}

async function askRound(context, place, entries) {
  const asked = { task: 'patterns', engine: 'ours', policy: 'strict', entries };
  const told = await (place === 'node' ? context.askNode(asked, PATIENCE) : context.askPage(asked, PATIENCE));
  const answers = told.answers ?? [];
  return entries.map((_, index) => answers[index] ?? { fault: told.fault, slowest: Infinity, checks: 0 });
}

function bestOf({ pattern }, answers) {
  return { pattern, ...answers.reduce((best, answer) => (answer.slowest < best.slowest ? answer : best)) };
}

function report({ budgets, gates }, place, answers) {
  const where = place === 'node' ? 'Node' : 'Chromium';
  const untyped = answers.filter(({ refused }) => refused !== undefined && !/^schema\.[a-z-]+$/.test(refused));
  const wrong = answers.filter((answer) => answer.wrong);
  const worst = answers.reduce((slower, answer) => (answer.slowest > slower.slowest ? answer : slower));
  const refused = answers.filter((answer) => answer.refused !== undefined).length;
  const checks = answers.reduce((sum, answer) => sum + answer.checks, 0);
  const slowest = worst.slowest === Infinity ? worst.fault : formatTime(worst.slowest);
  console.log(`  ${where.padEnd(9)} ${checks} checks, ${refused} refused; slowest ${slowest}: ${worst.pattern}`);
  for (const { pattern, slowest: ms } of answers.filter(
    (answer) => answer !== worst && answer.slowest > budgets.hostilePattern,
  ))
    console.log(`  ${where.padEnd(9)} ${formatTime(ms)}: ${pattern}`);
  for (const { pattern, refused: code } of untyped) console.log(`  ${where.padEnd(9)} ${code}: ${pattern}`);
  for (const { pattern } of wrong) console.log(`  ${where.padEnd(9)} not as expected: ${pattern}`);
  const value = untyped.length + wrong.length > 0 ? Infinity : worst.slowest;
  gates.hold(`slowest check of ${answers.length} hostile patterns, ${where}`, value, budgets.hostilePattern, 'ms');
}
