/** Figures as people read them: three digits, the unit that fits. */

/** @param {number} ms */
export function formatTime(ms) {
  if (ms >= 1000) return `${digits(ms / 1000)} s`;
  if (ms >= 1) return `${digits(ms)} ms`;
  return `${digits(ms * 1000)} µs`;
}

/** Checks in a second, from milliseconds for one. */
export function formatRate(ms) {
  const rate = 1000 / ms;
  if (rate < 10) return `${digits(rate)}/s`;
  const rounded = Number(rate.toPrecision(3));
  return `${Math.round(rounded).toLocaleString('en')}/s`;
}

/** How many times as long as ours; below 1 it is faster. */
export function formatRatio(value, ours) {
  const ratio = value / ours;
  return `${ratio < 0.1 ? Number(ratio.toPrecision(2)) : digits(ratio)} ×`;
}

/** Bytes with thousands apart. */
export function formatBytes(bytes) {
  return bytes.toLocaleString('en');
}

function digits(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
