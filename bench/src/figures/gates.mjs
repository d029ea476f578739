/** Compares figures with budgets and remembers each: what was measured, what is allowed, and whether it holds. */

/** @returns {{hold: Function, rows: {what: string, value: number, limit: number, unit: string, holds: boolean}[], missed: () => object[]}} */
export function createGates() {
  const rows = [];
  return {
    rows,
    /** `value` must not be above `limit`; what could not be measured is `Infinity`. */
    hold(what, value, limit, unit) {
      rows.push({ what, value, limit, unit, holds: value <= limit });
    },
    missed: () => rows.filter((row) => !row.holds),
  };
}
