import { type Operator, toNumber } from '../../expression.js';

/** Ways of rounding, by name: `up` and `down` are away from zero and towards it. */
const WAYS = new Map<unknown, (magnitude: number) => number>([
  ['half-up', (magnitude) => Math.floor(magnitude + 0.5)],
  ['half-even', roundHalfEven],
  ['up', Math.ceil],
  ['down', Math.floor],
]);

/**
 * `round`: number, to a multiple of what (1, a whole đồng, when absent), and how (`half-up` when absent). The quotient is taken to
 * 15 significant digits first, so that 0.285 × 100,000 is 28,500 and not a little less.
 */
export const round: Operator = {
  name: 'round',
  arity: [1, 3],
  apply([number = null, multiple = 1, way = 'half-up']) {
    const amount = toNumber(number);
    const unit = toNumber(multiple);
    const rounded = WAYS.get(way);
    if (amount === undefined || unit === undefined || unit <= 0 || rounded === undefined) return undefined;
    const quotient = Number((Math.abs(amount) / unit).toPrecision(15));
    const result = Number((rounded(quotient) * unit).toPrecision(15));
    if (!(result <= Number.MAX_SAFE_INTEGER)) return undefined;
    return amount < 0 && result !== 0 ? -result : result;
  },
};

function roundHalfEven(magnitude: number): number {
  const below = Math.floor(magnitude);
  const rest = magnitude - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
