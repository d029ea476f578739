/**
 * Variables on the scanner and on rates: SCANNER, SCANNER_UNAVAILABLE, RATE_PER_ADDRESS, RATE_PER_SESSION.
 */
import type { ClamdAddress } from './adapters/scanner/clamd-scanner.js';
import { DEFAULT_RATES, type RateLimits } from './http/limit-rate.js';
import type { ScannerOptions } from './open-uploads.js';
import type { VariableReader } from './read-variables.js';

export function readScanner(reader: VariableReader): ScannerOptions {
  const address = reader.text('SCANNER');
  const clamd = address === undefined ? undefined : readClamd(address);
  if (address !== undefined && !clamd)
    reader.fault('SCANNER must be clamd://host:port or clamd:///path/of/the/socket.');
  return { ...(clamd === undefined ? {} : { clamd }), whenUnavailable: readWhenUnavailable(reader) };
}

function readClamd(address: string): ClamdAddress | undefined {
  const [, path] = /^clamd:\/\/(\/[^\s]+)$/.exec(address) ?? [];
  if (path !== undefined) return { path };
  const [, host, port] = /^clamd:\/\/(\[[0-9a-f:]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})$/.exec(address) ?? [];
  if (host === undefined || Number(port) > 65_535) return undefined;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function readWhenUnavailable(reader: VariableReader): 'refuse' | 'accept' {
  const text = reader.text('SCANNER_UNAVAILABLE') ?? 'refuse';
  if (text !== 'refuse' && text !== 'accept') reader.fault('SCANNER_UNAVAILABLE must be refuse or accept.');
  return text === 'accept' ? 'accept' : 'refuse';
}

/** Requests a minute; the burst keeps its proportion to them. */
export function readRates(reader: VariableReader): RateLimits {
  const read = (name: string, { burst, perMinute }: RateLimits['perAddress']): RateLimits['perAddress'] => {
    const asked = reader.integer(name, perMinute, { min: 30, max: 1_000_000 });
    return { burst: Math.round((asked * burst) / perMinute), perMinute: asked };
  };
  return {
    perAddress: read('RATE_PER_ADDRESS', DEFAULT_RATES.perAddress),
    perSession: read('RATE_PER_SESSION', DEFAULT_RATES.perSession),
  };
}
