/**
 * One label of a host name (RFC 1123, section 2.1): ASCII letters, digits and inner hyphens, at most 63.
 * Without the flag `u`: with it, `i` would let the Kelvin sign pass as a `k`.
 */
export const LDH_LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
