/** Compiles hostile patterns and checks long texts by each, every check as the first of its kind. */
import { makeTexts, writeText } from './texts.mjs';

/**
 * Tells `answers`: for each pattern the `slowest` step in ms, how many `checks`, `refused` (the code of the error), and `wrong` where the verdict
 * on the text of the case is not the expected one.
 */
export async function checkHostilePatterns(entries, engine, tell) {
  const answers = [];
  for (const entry of entries) {
    answers.push(checkPattern(entry, engine));
    await tell({ answers });
  }
}

function checkPattern(entry, engine) {
  const mayRun = typeof entry.expected === 'boolean';
  const start = performance.now();
  let judge;
  try {
    judge = engine.compile({ type: 'string', pattern: entry.pattern });
  } catch (error) {
    const refused = error?.code ?? `untyped ${error?.name}`;
    return { refused, slowest: performance.now() - start, checks: 0, wrong: mayRun };
  }
  let slowest = performance.now() - start;
  const texts = makeTexts(entry);
  for (const text of texts) {
    const from = performance.now();
    judge.check(text);
    slowest = Math.max(slowest, performance.now() - from);
  }
  return { slowest, checks: texts.length, wrong: judge.check(writeText(entry.text)) !== entry.expected };
}
