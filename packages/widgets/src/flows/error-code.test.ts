import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { elementsEn } from '../text/elements.en.js';
import { elementsVi } from '../text/elements.vi.js';
import { flowsEn } from '../text/flows.en.js';
import { flowsVi } from '../text/flows.vi.js';
import { hasSentence, lookupSentence, problemSentence } from './error-code.js';

const packages = new URL('../../../', import.meta.url);

/** The codes of a registry, as its source lists them: names of an object that begins with the line given. */
function readCodes(file: string, begin: string): readonly string[] {
  const text = readFileSync(new URL(file, packages), 'utf8');
  const start = text.indexOf(begin);
  assert.ok(start >= 0, `${file} has no ${begin}`);
  const body = text.slice(start, text.indexOf('} as const', start));
  const codes = [...body.matchAll(/^ {2}'([a-z]+\.[a-z-]+)':/gm)].map(([, code]) => code ?? '');
  assert.ok(codes.length > 5, file);
  return codes;
}

const problems = readCodes('gateway/src/errors.ts', 'export const PROBLEMS');
const serverIssues = readCodes('gateway/src/errors.ts', 'export const SERVER_ISSUES');
const clientCodes = readCodes('client/src/errors/codes.ts', 'export const CLIENT_ERROR_CODES');
/** What only an officer's page or an operator's program meets; the desk has words of its own. */
const forOfficers =
  /^(?:officer|register|metrics|message|result)\.|^dossier\.(?:supplement|reschedule)-limit|^dossier\.due-date|^supplement\.unknown-item|^letter\.not-issued/;
/** What a broken program of uploads would meet; the client goes on or begins anew by itself. */
const forPrograms =
  /^upload\.(?:not-found|length-required|bad-request|version|offset-conflict|locked|media-type|incomplete)$/;

describe('what is told of a failure', () => {
  it('is a sentence for every code of gateway and client that a citizen may meet', () => {
    const met = [...problems, ...clientCodes].filter((code) => !forOfficers.test(code) && !code.startsWith('upload.'));
    assert.ok(met.length > 40);
    assert.deepEqual(
      met.filter((code) => !hasSentence(code)),
      [],
    );
  });

  it('is a sentence with the name of the file for every code of an upload', () => {
    const met = [...problems, ...clientCodes].filter((code) => code.startsWith('upload.') && !forPrograms.test(code));
    assert.ok(met.length > 12);
    for (const texts of [flowsVi, flowsEn])
      assert.deepEqual(
        met.filter((code) => !Object.hasOwn(texts, `file.${code}`)),
        [],
      );
  });

  it('is a sentence with the label for every issue that only the gateway raises', () => {
    const own = serverIssues.filter((code) => !/^(?:catalog|submission)\./.test(code));
    for (const texts of [flowsVi, flowsEn])
      assert.deepEqual(
        own.filter((code) => !Object.hasOwn(texts, `issue.${code}`)),
        [],
      );
  });

  it('exists in both languages, ends in a full stop and asks for nothing that was not begun', () => {
    for (const code of [...problems, ...clientCodes])
      for (const sentence of [problemSentence(code), lookupSentence(code)])
        for (const texts of [flowsVi, flowsEn] as const) assert.match(String(texts[sentence]), /\.$/, code);
    for (const code of ['transport.offline', 'transport.timeout', 'gateway.internal'])
      assert.doesNotMatch(String(flowsVi[lookupSentence(code)]), /gửi/, code);
  });

  it('of a code that nobody knows names the code', () => {
    assert.equal(problemSentence('x.y'), 'problem.other');
    assert.match(flowsVi['problem.other'], /\{code\}/);
  });
});

describe('the words of the pages', () => {
  const all = Object.entries({ ...elementsVi, ...flowsVi });

  it('are the same keys in both languages', () => {
    assert.deepEqual(Object.keys(elementsEn).sort(), Object.keys(elementsVi).sort());
    assert.deepEqual(Object.keys(flowsEn).sort(), Object.keys(flowsVi).sort());
  });

  it('say of nothing only that it is wrong, blame nobody and do not shout', () => {
    for (const [key, text] of all)
      assert.doesNotMatch(
        String(text),
        /không hợp lệ|sai định dạng|!|vui lòng|\bbạn\b|quý khách|email|upload|click|submit|file\b|website|\bweb\b/iu,
        key,
      );
  });

  it('end in a full stop where they tell what to do', () => {
    for (const [key, text] of all)
      if (/^(?:problem|issue|file\.upload)\./.test(key) && !/Title$|\.(?:retry|title|takeOver)$/.test(key))
        assert.match(String(text), /\.$/, key);
  });
});
