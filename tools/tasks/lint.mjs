/** Runs every source check and ends with one line. */
import { lintResults } from '../lint/lint.mjs';

export default async function lint() {
  const { passed, failed } = await lintResults();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
