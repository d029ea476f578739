import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJsonBody } from './json-body.js';
import { GatewayProblem } from './problem.js';

const LIMITS = { maxBytes: 1000, maxDepth: 8 };

function send(body: string | Uint8Array, type = 'application/json'): Request {
  return new Request('http://gateway.test/', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
}

function refusal(code: string): (error: unknown) => boolean {
  return (error) => error instanceof GatewayProblem && error.code === code;
}

test('a JSON body is read', async () => {
  assert.deepEqual(await readJsonBody(send('{"a":["[[[[[[[[[[[[",1]}'), LIMITS), { a: ['[[[[[[[[[[[[', 1] });
});

test('what is not JSON in UTF-8 is refused by name', async () => {
  await assert.rejects(readJsonBody(send('{"a":'), LIMITS), refusal('request.invalid-json'));
  await assert.rejects(readJsonBody(send(''), LIMITS), refusal('request.invalid-json'));
  await assert.rejects(readJsonBody(send(new Uint8Array([0x22, 0xff, 0x22])), LIMITS), refusal('request.invalid-json'));
  await assert.rejects(readJsonBody(send('{"a":{"__proto__":{"b":1}}}'), LIMITS), refusal('request.invalid-json'));
  await assert.rejects(readJsonBody(send('{}', 'text/plain'), LIMITS), refusal('request.media-type'));
});

test('size and depth are limited before anything is parsed', async () => {
  await assert.rejects(readJsonBody(send(`"${'x'.repeat(1000)}"`), LIMITS), refusal('request.too-large'));
  await assert.rejects(readJsonBody(send('['.repeat(9)), LIMITS), refusal('request.too-deep'));
  assert.deepEqual(await readJsonBody(send('[[[[[[[[1]]]]]]]]'), LIMITS), [[[[[[[[1]]]]]]]]);
});

test('no prototype changes, whatever is sent', async () => {
  await readJsonBody(send('{"constructor":{"prototype":{"polluted":1}}}'), LIMITS);
  assert.equal('polluted' in {}, false);
});

test('any text is read as JSON.parse reads it, or refused by a name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
      try {
        const read = await readJsonBody(send(text), { maxBytes: 100_000, maxDepth: 100 });
        assert.deepEqual(read, JSON.parse(text));
      } catch (error) {
        assert.ok(error instanceof GatewayProblem, 'a named refusal');
      }
    }),
  );
});
