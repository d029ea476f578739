/** How a pattern can be made slow in an engine that backtracks. */
export interface Attack {
  /** `exponential` or, for example, `polynomial of degree 2`. */
  growth: string;
  /** A text that shows it, as a JavaScript expression. */
  text: string;
}

/**
 * Asks recheck for an attack on a pattern with the `u` flag. `undefined`: none exists. `unknown`: none was found in time, or the pattern is not understood.
 *
 * The judge runs in this process alone: the same everywhere, with no native binary, no Java and no network. It is large, so it is loaded here.
 */
export async function findAttack(pattern: string, timeLimit: number): Promise<Attack | undefined | 'unknown'> {
  process.env['RECHECK_BACKEND'] = 'pure';
  const { check } = await import('recheck');
  const result = await check(pattern, 'u', { timeout: timeLimit, randomSeed: 1 });
  if (result.status === 'safe') return undefined;
  if (result.status === 'unknown') return 'unknown';
  const { complexity, attack } = result;
  return {
    growth: complexity.type === 'polynomial' ? `polynomial of degree ${complexity.degree}` : 'exponential',
    text: attack.pattern,
  };
}
