/** `ipv4` (RFC 2673, dotted-quad): four numbers from 0 to 255 without leading zeros. */
export function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9])?\d)(?:\.(?=\d)|$)){4}$/.test(text);
}
