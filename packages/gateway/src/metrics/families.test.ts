import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Counter, Gauge, Histogram, writeFamilies } from './families.js';

const fail = (error: unknown): never => {
  throw error;
};

test('families are written as OpenMetrics 1.0 has them', async () => {
  const requests = new Counter({ name: 'a_requests', help: 'All "of" them\nby route.' });
  requests.add({ route: '/v1/x' });
  requests.add({ route: '/v1/x' }, 2);
  const seconds = new Histogram({ name: 'a_seconds', help: 'Time.', unit: 'seconds' }, [0.5, 1]);
  seconds.observe({}, 0.5);
  seconds.observe({}, 7);
  const gauge = new Gauge({ name: 'a_gauge', help: 'Now.' }, () => [{ labels: { kind: 'a"\\\n' }, value: 3 }]);
  assert.equal(
    await writeFamilies([requests, seconds, gauge], fail),
    [
      '# TYPE a_requests counter',
      '# HELP a_requests All \\"of\\" them\\nby route.',
      'a_requests_total{route="/v1/x"} 3',
      '# TYPE a_seconds histogram',
      '# UNIT a_seconds seconds',
      '# HELP a_seconds Time.',
      'a_seconds_bucket{le="0.5"} 1',
      'a_seconds_bucket{le="1.0"} 1',
      'a_seconds_bucket{le="+Inf"} 2',
      'a_seconds_sum 7.5',
      'a_seconds_count 2',
      '# TYPE a_gauge gauge',
      '# HELP a_gauge Now.',
      'a_gauge{kind="a\\"\\\\\\n"} 3',
      '# EOF',
      '',
    ].join('\n'),
  );
});

test('buckets grow, and the last one is the count, whatever is observed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), async (values) => {
      const histogram = new Histogram({ name: 'h', help: '' }, [0.1, 1, 10]);
      for (const value of values) histogram.observe({ route: 'r' }, value);
      const lines = await histogram.write();
      const counts = lines.filter((line) => line.includes('_bucket')).map((line) => Number(line.split(' ')[1]));
      assert.deepEqual(
        counts,
        [...counts].sort((left, right) => left - right),
      );
      if (values.length > 0) assert.equal(counts.at(-1), values.length);
    }),
  );
});

test('a family that cannot be read is left out, and the others are there', async () => {
  const failures: unknown[] = [];
  const broken = new Gauge({ name: 'broken', help: '' }, () => Promise.reject(new Error('gone')));
  const text = await writeFamilies([broken, new Counter({ name: 'whole', help: '' })], (error) => failures.push(error));
  assert.equal(failures.length, 1);
  assert.doesNotMatch(text, /broken/);
  assert.match(text, /# TYPE whole counter\n[^]*# EOF\n$/);
});
