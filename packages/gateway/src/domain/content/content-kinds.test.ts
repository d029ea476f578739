import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SAMPLE_PAPERS } from '../../testing/sample-papers.js';
import type { ByteSource } from './content-kind.js';
import { recogniseContent } from './content-kinds.js';

function hold(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.byteLength,
    read: (offset, length) => Promise.resolve(Buffer.from(bytes.subarray(offset, offset + length))),
  };
}

async function judge(bytes: Uint8Array): Promise<string> {
  const kind = await recogniseContent(hold(bytes));
  if (!kind) return 'unknown';
  return `${kind.mediaType} ${(await kind.findFault(hold(bytes))) ?? 'whole'}`;
}

for (const [mediaType, paper] of Object.entries(SAMPLE_PAPERS)) {
  test(`a whole ${mediaType} is recognised`, async () => {
    assert.equal(await judge(paper), `${mediaType} whole`);
  });

  test(`a ${mediaType} cut at any byte is never whole`, async () => {
    // A line end after %%EOF may go missing without harm.
    const last = mediaType === 'application/pdf' ? paper.byteLength - 1 : paper.byteLength;
    for (let length = 0; length < last; length += 1)
      assert.doesNotMatch(await judge(paper.subarray(0, length)), /whole/, `${length} bytes`);
  });
}

test('a photo with bytes after its end is still whole', async () => {
  assert.equal(await judge(Buffer.concat([SAMPLE_PAPERS['image/jpeg'], Buffer.alloc(64, 0x20)])), 'image/jpeg whole');
});

test('a page of HTML, an SVG, a ZIP and a program are no papers', async () => {
  for (const text of [
    '<!doctype html><script>alert(1)</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'PK\u0003\u0004',
    'MZ\u0090',
    '#!/bin/sh',
  ]) {
    assert.equal(await judge(Buffer.from(text, 'latin1')), 'unknown', text);
  }
});

test('a page of HTML that ends like a PDF is no paper', async () => {
  assert.equal(await judge(Buffer.from('<html>%PDF-1.4 startxref 1 %%EOF')), 'unknown');
});

test('garbage behind a good beginning is judged without failing', async () => {
  const heads = Object.values(SAMPLE_PAPERS).map((paper) => paper.subarray(0, 16));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
      assert.equal(typeof (await judge(Buffer.concat([head, tail]))), 'string');
    }),
  );
});

test('a PDF that names packed objects without end is refused, not searched without end', async () => {
  const [head, end] = ['%PDF-1.4\n', '\nstartxref\n9\n%%EOF\n'];
  assert.equal(await judge(Buffer.from(`${head}${'/First '.repeat(1_000_000)}${end}`)), 'application/pdf corrupt');
  assert.equal(await judge(Buffer.from(`${head}${'/First '.repeat(1_000)}${end}`)), 'application/pdf whole');
});
