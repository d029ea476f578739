/** What becomes of a hostile schema: refused with which code, or taken and checked, and in how many milliseconds. */
import { HOSTILE_SCHEMAS } from './schemas.mjs';

export async function judgeHostileSchema(name, engine, tell) {
  const { make, data = null } = HOSTILE_SCHEMAS[name];
  const schema = make();
  const value = typeof data === 'function' ? data() : data;
  const start = performance.now();
  let code = 'taken';
  try {
    engine.compile(schema).check(value);
  } catch (error) {
    code = error?.code ?? `untyped ${error?.name}`;
  }
  await tell({ ms: performance.now() - start, code });
}
