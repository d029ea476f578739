import assert from 'node:assert/strict';
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '@motcua/form-engine';
import {
  listExamples,
  openDeskClient,
  openTestGateway,
  prepareSubmission,
  SAMPLE_PAPERS,
  sendSample,
  uploadPaper,
  type TestGateway,
} from '@motcua/gateway/testing';
import { openEd25519, verifyInPage, type Ed25519 } from '../signature/ed25519.js';
import { readKeys, type PublicKey } from '../signature/read-keys.js';
import { createSigner, SAMPLE_CONFIRMATION as sample, TEST_NOW as now } from '../testing/signed-papers.js';
import { checkCompanion } from './check-companion.js';
import type { FaultCode } from './fault.js';
import { verifyDocument, type Verdict } from './verify-document.js';

const signer = createSigner();
const ed25519: Ed25519 = { by: 'page', verify: verifyInPage };
const jws = signer.sign(sample);
const saved = JSON.stringify({ document: sample, jws }, null, 2);

function keysOf(text: string): readonly PublicKey[] {
  const keys = readKeys(text);
  assert.ok(!('fault' in keys));
  return keys;
}

function judge(source: string | Uint8Array, keys = signer.jwks()): Promise<Verdict> {
  return verifyDocument(source, { keys: { page: keysOf(keys), reader: [] }, ed25519, now });
}

async function faultsOf(source: string | Uint8Array, keys?: string): Promise<readonly FaultCode[]> {
  const verdict = await judge(source, keys);
  return verdict.name === 'refused' ? verdict.faults.map(({ code }) => code) : [];
}

/** Pointers that a refusal names. */
async function placesOf(source: string): Promise<readonly string[]> {
  const verdict = await judge(source);
  return verdict.name === 'refused'
    ? verdict.faults.flatMap(({ differences = [] }) => differences.map(({ pointer }) => pointer))
    : [];
}

describe('a signed paper', () => {
  test('is genuine as a file, as a gateway’s answer, as a bare signature and with broken lines', async () => {
    const answer = JSON.stringify({ ...sample, state: { name: 'submitted' }, jws });
    const wrapped = jws.replace(/(.{60})/g, '$1\n');
    for (const source of [
      saved,
      answer,
      jws,
      wrapped,
      ` ${jws}\n`,
      `\uFEFF${saved}`,
      new TextEncoder().encode(saved),
    ]) {
      const verdict = await judge(source);
      assert.equal(verdict.name, 'genuine');
      assert.ok(verdict.name === 'genuine' && !verdict.loose);
      assert.deepEqual(verdict.signed.payload, sample);
    }
  });

  test('inside a page is genuine, and the page’s own words are said not to be signed', async () => {
    const page = (code: string): string => `<dl><dt>Mã</dt><dd>${code}</dd><dd>${jws}</dd></dl>`;
    const verdict = await judge(page('TN-7K3M-Q9XD-2F8P'));
    assert.ok(verdict.name === 'genuine' && verdict.loose);
    assert.deepEqual(await faultsOf(page('TN-0000-0000-0000')), ['text.differs']);
  });

  test('with a key that the reader brought is not called genuine', async () => {
    const keys = { page: keysOf(createSigner().jwks()), reader: keysOf(signer.jwks()) };
    const verdict = await verifyDocument(saved, { keys, ed25519, now });
    assert.equal(verdict.name, 'reader-key');
  });

  test('keeps its kind: one paper cannot pass for another', async () => {
    const header = { alg: 'EdDSA', kid: signer.kid, typ: 'motcua-reception-slip+jws' };
    const verdict = await judge(signer.sign({ ...sample, receivedAt: '2026-11-20T09:00:00Z' }, header));
    assert.ok(verdict.name === 'genuine');
    assert.equal(verdict.signed.kind, 'receptionSlip');
    const [, payload, signature] = jws.split('.');
    const other = Buffer.from(JSON.stringify(header)).toString('base64url');
    assert.deepEqual(await faultsOf([other, payload, signature].join('.')), ['header.altered']);
  });
});

describe('an altered paper names what was altered', () => {
  test('in the readable copy', async () => {
    const altered = saved.replace('TN-7K3M-Q9XD-2F8P', 'TN-7K3M-Q9XD-2F8Q');
    const verdict = await judge(altered);
    assert.ok(verdict.name === 'refused');
    assert.deepEqual(verdict.faults, [
      {
        code: 'copy.differs',
        differences: [{ pointer: '/provisionalCode', signed: 'TN-7K3M-Q9XD-2F8P', found: 'TN-7K3M-Q9XD-2F8Q' }],
      },
    ]);
    assert.deepEqual(verdict.signed?.payload, sample, 'what was truly signed is still shown');
  });

  test('in the copy by a member more or less', async () => {
    assert.deepEqual(await placesOf(JSON.stringify({ document: { ...sample, note: 'x' }, jws })), ['/note']);
    const { payloadHash: _, ...less } = sample;
    assert.deepEqual(await placesOf(JSON.stringify({ document: less, jws })), ['/payloadHash']);
  });

  test('in the signed content, by the copy', async () => {
    const [header = '', , signature = ''] = jws.split('.');
    const later = Buffer.from(signerText({ ...sample, submittedAt: '2026-11-19T08:42:00.000Z' })).toString('base64url');
    const file = JSON.stringify({ document: sample, jws: [header, later, signature].join('.') });
    assert.deepEqual(await faultsOf(file), ['payload.altered']);
    assert.deepEqual(await placesOf(file), ['/submittedAt']);
  });

  test('in content and copy alike, and in the signature alone', async () => {
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const forged = { ...sample, provisionalCode: 'TN-0000-0000-0000' };
    const forgedText = Buffer.from(signerText(forged)).toString('base64url');
    const both = JSON.stringify({ document: forged, jws: [header, forgedText, signature].join('.') });
    assert.deepEqual(await faultsOf(both), ['signature.altered']);
    const other = signer.sign({ ...sample, note: 1 }).split('.')[2] ?? '';
    const alone = JSON.stringify({ document: sample, jws: [header, payload, other].join('.') });
    assert.deepEqual(await faultsOf(alone), ['signature.altered']);
    assert.deepEqual(
      await faultsOf([header, payload, other].join('.')),
      ['content.altered'],
      'without a copy it cannot be told',
    );
  });

  test('in the header', async () => {
    const [, payload, signature] = jws.split('.');
    for (const header of [{ alg: 'none' }, { alg: 'HS256', kid: signer.kid }, { alg: 'EdDSA', kid: 'x', typ: 'y' }]) {
      const text = Buffer.from(JSON.stringify(header)).toString('base64url');
      assert.deepEqual(await faultsOf([text, payload, signature].join('.')), ['header.altered']);
    }
  });
});

describe('a paper is refused', () => {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('without a signature of Ed25519, whatever its header says', async () => {
    const typ = 'motcua-confirmation+jws';
    const unsigned = `${encode({ alg: 'none', kid: signer.kid, typ })}.${payload}.`;
    assert.deepEqual(await faultsOf(unsigned), ['jws.truncated']);
    const padded = `${encode({ alg: 'none', kid: signer.kid, typ })}.${payload}.${'A'.repeat(86)}`;
    assert.deepEqual(await faultsOf(padded), ['header.algorithm']);
    const macHeader = encode({ alg: 'HS512', kid: signer.kid, typ });
    const mac = createHmac('sha512', Buffer.from(String(signer.jwk['x']), 'base64url')).update(
      `${macHeader}.${payload}`,
    );
    assert.deepEqual(await faultsOf(`${macHeader}.${payload}.${mac.digest('base64url')}`), ['header.algorithm']);
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const ecHeader = encode({ alg: 'ES256', kid: signer.kid, typ });
    const ecText = sign('sha256', Buffer.from(`${ecHeader}.${payload}`), {
      key: ec.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    assert.deepEqual(await faultsOf(`${ecHeader}.${payload}.${ecText.toString('base64url')}`), ['header.algorithm']);
  });

  test('with a header that brings a key, or demands what is not understood', async () => {
    const whole = { alg: 'EdDSA', kid: signer.kid, typ: 'motcua-confirmation+jws' };
    const thief = createSigner();
    assert.deepEqual(await faultsOf(thief.sign(sample, { ...whole, jwk: thief.jwk })), ['header.foreign-key']);
    assert.deepEqual(await faultsOf(thief.sign(sample, { ...whole, jku: 'https://x.example' })), [
      'header.foreign-key',
    ]);
    assert.deepEqual(await faultsOf(signer.sign(sample, { ...whole, crit: ['b64'], b64: false })), ['header.critical']);
    assert.deepEqual(await faultsOf(signer.sign(sample, { ...whole, typ: 'JWT' })), ['header.type']);
    assert.deepEqual(await faultsOf(signer.sign(sample, { alg: 'EdDSA', kid: signer.kid })), ['header.type']);
  });

  test('with a key that is not known, under its own name and under a known one', async () => {
    const thief = createSigner();
    assert.deepEqual(await faultsOf(thief.sign(sample)), ['key.unknown']);
    const named = thief.sign(sample, { alg: 'EdDSA', kid: signer.kid, typ: 'motcua-confirmation+jws' });
    assert.deepEqual(await faultsOf(named), ['content.altered']);
  });

  test('with a key out of its time or in strange hands', async () => {
    const at = Date.parse(String(sample['submittedAt'])) / 1000;
    assert.deepEqual(await faultsOf(saved, signer.jwks({ nbf: at, exp: at })), []);
    assert.deepEqual(await faultsOf(saved, signer.jwks({ nbf: at + 1 })), ['key.outside-validity']);
    assert.deepEqual(await faultsOf(saved, signer.jwks({ exp: at - 1 })), ['key.outside-validity']);
    assert.deepEqual(await faultsOf(saved, signer.jwks({ revoked: { revoked_at: at + 9999 } })), ['key.revoked']);
  });

  test('signed in the future, at no time, or over something that is no object', async () => {
    const at = (time: number): string => new Date(now + time).toISOString();
    assert.deepEqual(await faultsOf(signer.sign({ ...sample, submittedAt: at(4 * 60_000) })), []);
    assert.deepEqual(await faultsOf(signer.sign({ ...sample, submittedAt: at(6 * 60_000) })), ['time.future']);
    assert.deepEqual(await faultsOf(signer.sign({ provisionalCode: 'x' })), ['time.missing']);
    for (const text of ['[]', '7', 'x', '']) assert.equal((await faultsOf(signer.sign(text))).length, 1);
    assert.deepEqual(await faultsOf(signer.sign('[1]')), ['payload.unreadable']);
  });

  test('cut off, misspelt, empty, too large, or no paper at all', async () => {
    assert.deepEqual(await faultsOf(saved.slice(0, -30)), ['file.truncated']);
    assert.deepEqual(await faultsOf(jws.slice(0, -5)), ['jws.truncated']);
    assert.deepEqual(await faultsOf(`${header}.${payload}`), ['jws.truncated']);
    assert.deepEqual(await faultsOf(`${header}.${payload}.${signature}=`), ['jws.malformed']);
    assert.deepEqual(await faultsOf(`${header}.${payload}=.${signature}`), ['jws.malformed']);
    assert.deepEqual(await faultsOf(`${jws}.${signature}`), ['jws.malformed']);
    assert.deepEqual(await faultsOf(''), ['file.empty']);
    assert.deepEqual(await faultsOf('{"jws":7}'), ['file.not-signed']);
    assert.deepEqual(await faultsOf('{"jws":,}'), ['file.malformed']);
    const doubled = saved.replace('{', '{"document": {"provisionalCode": "TN-0"},');
    assert.deepEqual(await faultsOf(doubled), ['file.malformed']);
    assert.deepEqual(await faultsOf('Đây là một lá thư.'), ['file.not-signed']);
    assert.deepEqual(await faultsOf(`${jws} và ${signer.sign({ ...sample, a: 1 })}`), ['file.several']);
    assert.deepEqual(await faultsOf(new Uint8Array([0xff, 0xfe, 0])), ['file.not-text']);
    assert.deepEqual(await faultsOf(new Uint8Array(2_200_000)), ['file.too-large']);
    assert.deepEqual(await faultsOf(`{"a":${'['.repeat(50_000)}`), ['file.truncated']);
  });
});

describe('any single altered byte', () => {
  test('of header, payload or signature is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(jws.length - 1), fc.integer({ min: 1, max: 127 }), async (at, mask) => {
        const altered = alter(jws, at, mask);
        assert.equal((await judge(altered)).name, 'refused', altered);
      }),
      { numRuns: 400 },
    );
  });

  test('of the saved file is refused, or changes nothing that JSON says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(saved.length - 1), fc.integer({ min: 1, max: 127 }), async (at, mask) => {
        const altered = alter(saved, at, mask);
        const { name } = await judge(altered);
        if (name !== 'refused') assert.deepEqual(JSON.parse(altered), JSON.parse(saved));
      }),
      { numRuns: 400 },
    );
  });
});

test('no text makes the judge fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.uint8Array()), async (source) => {
      assert.equal((await judge(source)).name, 'refused');
    }),
  );
});

describe('a result names its files', () => {
  const file = new TextEncoder().encode('%PDF-1.4 Giấy khai sinh');
  const other = new TextEncoder().encode('%PDF-1.4 Thông báo');
  const fileFacts = (name: string, bytes: Uint8Array): JsonObject => ({
    name,
    size: bytes.length,
    sha256: hashOf(bytes),
  });
  const files = [fileFacts('Giấy khai sinh.pdf', file), fileFacts('Thông báo.pdf', other)];
  const payload: JsonObject = { ...sample, kind: 'result', issuedAt: '2026-11-20T09:00:00.000Z', files };

  test('and a file with a signed hash is the same under any name', () => {
    for (const name of ['Giấy khai sinh.pdf', 'tai-ve (1).pdf', ''])
      assert.deepEqual(checkCompanion(payload, { bytes: file, name }), {
        name: 'same',
        as: 'file',
        pointer: '/files/0/sha256',
      });
  });

  test('and one altered byte of a file is named with the file', () => {
    fc.assert(
      fc.property(fc.nat(other.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const altered = Uint8Array.from(other, (byte, index) => (index === at ? byte ^ mask : byte));
        assert.deepEqual(checkCompanion(payload, { bytes: altered, name: 'Thông báo.pdf'.normalize('NFD') }), {
          name: 'altered-file',
          file: 'Thông báo.pdf',
          differences: [{ pointer: '/files/1/sha256', signed: hashOf(other), found: hashOf(altered) }],
        });
      }),
    );
  });

  test('and a file that was cut or grew differs in its size too', () => {
    const checked = checkCompanion(payload, { bytes: file.subarray(1), name: 'Giấy khai sinh.pdf' });
    assert.ok(checked.name === 'altered-file');
    assert.deepEqual(
      checked.differences.map(({ pointer, signed, found }) => [pointer, typeof signed, typeof found]),
      [
        ['/files/0/size', 'number', 'number'],
        ['/files/0/sha256', 'string', 'string'],
      ],
    );
  });

  test('and a file under a strange name is told to be altered only where there is one', () => {
    const strange = { bytes: new Uint8Array([1]), name: 'khac.pdf' };
    assert.deepEqual(checkCompanion(payload, strange), { name: 'different' });
    assert.equal(checkCompanion({ ...payload, files: files.slice(0, 1) }, strange).name, 'altered-file');
    assert.deepEqual(checkCompanion({ ...payload, files: 'x' }, strange), { name: 'different' });
  });

  test('and an altered name, size or hash beside the signature is named', async () => {
    const header = { alg: 'EdDSA', kid: signer.kid, typ: 'motcua-result+jws' };
    const letter = { ...payload, jws: signer.sign(payload, header), officer: 'Hoàng Thị Mến' };
    const verdict = await judge(JSON.stringify(letter));
    assert.ok(verdict.name === 'genuine', 'the desk’s copy names an officer beside the signature');
    assert.equal(verdict.signed.kind, 'result');
    assert.deepEqual(await placesOf(JSON.stringify(letter).replace('Giấy khai sinh.pdf', 'Giấy khác.pdf')), [
      '/files/0/name',
    ]);
    assert.deepEqual(await placesOf(JSON.stringify(letter).replace(hashOf(other), hashOf(file))), ['/files/1/sha256']);
  });
});

describe('what a real gateway signed', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await openTestGateway();
  });
  after(() => gateway.close());

  test('its slip and its result are genuine as they are answered, and one altered byte of them is refused', async () => {
    const desk = await openDeskClient(gateway);
    const sent = await sendSample(gateway);
    const uploadKey = 'v'.repeat(43);
    const paper = SAMPLE_PAPERS['application/pdf'];
    assert.equal((await desk.move(sent.code, { move: 'receive' })).status, 200);
    const result = await uploadPaper(gateway.fetch, uploadKey, paper, 'Giấy khai sinh.pdf');
    assert.equal((await desk.move(sent.code, { move: 'complete', results: [result] }, { uploadKey })).status, 200);
    const jwks = await (await gateway.fetch(new Request('http://127.0.0.1:4180/v1/keys'))).text();
    const options = { keys: { page: keysOf(jwks), reader: [] }, ed25519, now: Date.now() };
    for (const [sequence, kind] of [
      [2, 'receptionSlip'],
      [3, 'result'],
    ] as const) {
      const text = await (await sent.ask(`/letters/${sequence}`)).text();
      const verdict = await verifyDocument(text, options);
      assert.ok(verdict.name === 'genuine');
      assert.equal(verdict.signed.kind, kind);
      await fc.assert(
        fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), async (at, mask) => {
          const altered = alter(text, at, mask);
          const { name } = await verifyDocument(altered, options);
          if (name !== 'refused') assert.deepEqual(signedPart(altered), signedPart(text));
        }),
        { numRuns: 150 },
      );
      if (kind !== 'result') continue;
      const compare = (bytes: Uint8Array): string =>
        checkCompanion(verdict.signed.payload, { bytes, name: 'Giấy khai sinh.pdf' }).name;
      assert.equal(compare(paper), 'same');
      assert.equal(compare(Uint8Array.from(paper, (byte, index) => (index === 40 ? byte ^ 1 : byte))), 'altered-file');
    }
  });

  test('is genuine with its published key, by the browser and by the page, and its answers have the signed hash', async () => {
    const slug = 'civil-status/birth-registration';
    const [example] = await listExamples(slug, 'valid');
    const prepared = await prepareSubmission(gateway.fetch, slug, example?.data ?? {});
    const confirmation = (await (await gateway.fetch(prepared.createRequest())).json()) as JsonObject;
    const kept = await gateway.fetch(
      new Request(`http://127.0.0.1:4180/v1/dossiers/${String(confirmation['provisionalCode'])}`, {
        headers: { 'Motcua-Lookup-Secret': prepared.lookupSecret },
      }),
    );
    // What was accepted: computed answers were added by the gateway, as the form in a page adds them before sending.
    const accepted = { ...prepared.submission, data: ((await kept.json()) as { data: JsonObject }).data };
    const jwks = await (await gateway.fetch(new Request('http://127.0.0.1:4180/v1/keys'))).text();
    for (const one of [await openEd25519(), ed25519]) {
      const options = { keys: { page: keysOf(jwks), reader: [] }, ed25519: one, now: Date.now() };
      const verdict = await verifyDocument(JSON.stringify(confirmation), options);
      assert.ok(verdict.name === 'genuine');
      const answers = new TextEncoder().encode(JSON.stringify(accepted, null, 2));
      const same = checkCompanion(verdict.signed.payload, { bytes: answers, name: '' });
      assert.ok(same.name === 'same' && same.pointer === '/payloadHash');
      const other = new TextEncoder().encode(JSON.stringify({ ...accepted, agency: '00008' }));
      assert.deepEqual(checkCompanion(verdict.signed.payload, { bytes: other, name: '' }, same.value), {
        name: 'different',
        value: { ...accepted, agency: '00008' },
        differences: [{ pointer: '/agency', signed: '00004', found: '00008' }],
      });
      const draft = new TextEncoder().encode('{"form":{}}');
      assert.deepEqual(checkCompanion(verdict.signed.payload, { bytes: draft, name: '' }), { name: 'draft' });
    }
  });
});

/** What a file says, apart from members that are never signed. */
function signedPart(text: string): object {
  const { officer: _officer, state: _state, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function signerText(value: JsonObject): string {
  return Buffer.from(signer.sign(value).split('.')[1] ?? '', 'base64url').toString();
}

function alter(text: string, at: number, mask: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ mask) + text.slice(at + 1);
}
