const ORDER = /^P(?!$)(?:0W|(?!0Y0D)(?:0Y)?(?:0M)?(?:0D)?(?:T(?!$|0H0S)(?:0H)?(?:0M)?(?:0S)?)?)$/;

/**
 * `duration` (RFC 3339, appendix A; ISO 8601): `P2W`, or years to days and hours to seconds without a gap between two
 * units: `P1Y6M`, `PT36H`, not `P1Y2D`. Whole numbers only.
 */
export function isDuration(text: string): boolean {
  return ORDER.test(text.replace(/\d+/g, '0'));
}
