import { report } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `multipleOf`, exact for numbers as they are written: 0.3 is a multiple of 0.1. One too large for JavaScript is named as such elsewhere. */
export const multipleOf: Keyword = {
  name: 'multipleOf',
  takes: 'number',
  compile(expected, site) {
    const divisor = expected as number;
    if (divisor <= 0 || divisor === Infinity) return site.malformed('above 0');
    const [units, exponent] = writeExactly(divisor);
    return (value, path, run) => {
      if (!Number.isFinite(value)) return true;
      const [dividend, power] = writeExactly(value as number);
      const least = Math.min(power, exponent);
      return (
        (dividend * 10n ** BigInt(power - least)) % (units * 10n ** BigInt(exponent - least)) === 0n ||
        report(run, path, 'keyword.multipleOf', { divisor })
      );
    };
  },
};

/** A number as whole units and a power of ten. */
function writeExactly(value: number): [units: bigint, exponent: number] {
  const [digits, power] = value.toExponential().split('e') as [string, string];
  const [whole, fraction = ''] = digits.split('.') as [string, string?];
  return [BigInt(whole + fraction), Number(power) - fraction.length];
}
