import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfiguration } from './configuration.js';

test('without variables there is no scanner, and rates are the sample', () => {
  const { scanner, limits } = readConfiguration({});
  assert.deepEqual(scanner, { whenUnavailable: 'refuse' });
  assert.equal(limits?.rates?.perAddress?.perMinute, 1_800);
});

test('a scanner has a host and a port, or a socket', () => {
  const read = (SCANNER: string) => readConfiguration({ SCANNER }).scanner?.clamd;
  assert.deepEqual(read('clamd://127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 });
  assert.deepEqual(read('clamd://[::1]:3310'), { host: '::1', port: 3310 });
  assert.deepEqual(read('clamd:///run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' });
  for (const wrong of ['clamd', 'clamd://127.0.0.1', 'http://127.0.0.1:3310', 'clamd://a:99999', 'clamd://'])
    assert.throws(() => read(wrong), /^ConfigurationError: SCANNER must be/, wrong);
});

test('rates keep the proportion of burst and pace', () => {
  const { limits } = readConfiguration({ RATE_PER_ADDRESS: '3600' });
  assert.deepEqual(limits?.rates?.perAddress, { burst: 6_000, perMinute: 3_600 });
  assert.throws(() => readConfiguration({ RATE_PER_ADDRESS: '0' }), /RATE_PER_ADDRESS/);
  assert.throws(() => readConfiguration({ SCANNER_UNAVAILABLE: 'ignore' }), /SCANNER_UNAVAILABLE/);
});
