import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FAULT_CODES } from '../document/fault.js';
import { createSigner, SAMPLE_CONFIRMATION } from '../testing/signed-papers.js';
import { describePlace, describeValue, listMainPlaces } from './describe-value.js';
import { sortFiles, type OpenedFiles } from './opened-files.js';
import { readPageFacts } from './page-facts.js';
import { verifyEn } from './verify-texts.en.js';
import { loadVerifyTexts, vietnameseTexts as vi } from './verify-texts.js';
import { verifyVi } from './verify-texts.vi.js';

const LETTER_SCHEMA = fileURLToPath(import.meta.resolve('@motcua/schemas/api/letter.schema.json'));

describe('the words of the verify page', () => {
  const textsOf = (text: unknown): string => (typeof text === 'string' ? text : JSON.stringify(text));

  test('are NFC and have the same places to fill in both languages', () => {
    const places = (text: unknown): string[] => [...new Set(textsOf(text).match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(verifyVi)) {
      assert.equal(textsOf(text), textsOf(text).normalize('NFC'), key);
      assert.deepEqual(places(verifyEn[key as keyof typeof verifyVi]), places(text), key);
    }
    assert.equal(Object.keys(verifyEn).length, Object.keys(verifyVi).length);
  });

  test('have a sentence for each reason of a refusal', () => {
    for (const code of FAULT_CODES) assert.match(vi.t(`fault.${code}`), /\.$/, code);
  });
});

describe('a signed place', () => {
  test('has a name where the page knows one, else its pointer', () => {
    assert.equal(describePlace('/provisionalCode', vi), 'Mã tạm thời');
    assert.equal(describePlace('/data/child', vi), '/data/child');
    assert.equal(describePlace('/constructor', vi), '/constructor');
  });

  test('shows instants in the time of Việt Nam with their seconds, and what is no instant as it stands', async () => {
    assert.equal(
      describeValue('/submittedAt', '2026-11-20T17:42:07Z', vi),
      '0\u00A0giờ\u00A042 phút 7 giây, 21/11/2026',
    );
    assert.equal(
      describeValue('/submittedAt', '2026-11-20T17:42:07Z', await loadVerifyTexts('en')),
      '00:42:07, 21/11/2026',
    );
    assert.equal(describeValue('/submittedAt', 'x', vi), 'x');
    assert.equal(describeValue('/a', 7, vi), '7');
    assert.equal(describeValue('/a', undefined, vi), '(không có)');
  });

  test('stands among the main ones in the page’s language', async () => {
    const named = (words: typeof vi): readonly string[] =>
      listMainPlaces(SAMPLE_CONFIRMATION, words).map(([pointer]) => pointer);
    assert.ok(named(vi).includes('/agency/name/vi'));
    assert.ok(named(await loadVerifyTexts('en')).includes('/agency/name/en'));
  });
});

describe('what came with the page', () => {
  test('are the keys and the download that the gateway wrote', () => {
    const signer = createSigner();
    const facts = readPageFacts(JSON.stringify({ keys: [signer.jwk], download: { href: 'verify.html', sha256: 'a' } }));
    assert.deepEqual(
      facts.keys.map(({ kid }) => kid),
      [signer.kid],
    );
    assert.deepEqual(facts.download, { href: 'verify.html', sha256: 'a' });
  });

  test('is nothing in a page that nobody filled', () => {
    for (const text of ['{{facts}}', '', '[]', '{"keys":7,"download":{"href":1}}'])
      assert.deepEqual(readPageFacts(text), { keys: [] }, text);
  });
});

describe('files that are opened together', () => {
  const file = (name: string): File => new File(['x'], name);
  const names = ({ paper, companions }: OpenedFiles): [string | undefined, string[]] => [
    paper?.name,
    companions.map(({ name }) => name),
  ];

  test('are the signed paper and what is held against it, in any order', () => {
    const files = [file('Giấy khai sinh.pdf'), file('ket-qua.json'), file('b.pdf')];
    assert.deepEqual(names(sortFiles(files, false)), ['ket-qua.json', ['Giấy khai sinh.pdf', 'b.pdf']]);
    assert.deepEqual(names(sortFiles(files, true)), ['ket-qua.json', ['Giấy khai sinh.pdf', 'b.pdf']]);
  });

  test('are held against the paper that is open already, when none of them can be one', () => {
    assert.deepEqual(names(sortFiles([file('a.pdf')], true)), [undefined, ['a.pdf']]);
    assert.deepEqual(names(sortFiles([file('a.pdf'), file('b.pdf')], false)), ['a.pdf', ['b.pdf']]);
    assert.deepEqual(names(sortFiles([], false)), [undefined, []]);
  });
});

describe('a signed letter', () => {
  const letter = {
    kind: 'result',
    code: 'H26-1',
    officialCode: 'H26-1',
    provisionalCode: 'TN-1',
    issuedAt: '2026-11-20T09:00:00Z',
    files: [{ name: 'a.pdf', size: 1, sha256: 'a'.repeat(64) }],
  };

  test('says its code once, and each file with its hash', () => {
    const pointers = listMainPlaces(letter, vi).map(([pointer]) => pointer);
    assert.deepEqual(pointers, ['/officialCode', '/provisionalCode', '/issuedAt', '/files/0/name', '/files/0/sha256']);
  });

  test('has names for every place of every letter, with the number of an item', () => {
    assert.equal(describePlace('/files/1/name', vi), 'Tên tệp kết quả 2');
    assert.equal(describeValue('/kind', 'result', vi), 'Thông báo kết quả giải quyết');
    const { oneOf, $defs } = JSON.parse(readFileSync(LETTER_SCHEMA, 'utf8')) as {
      oneOf: Shape[];
      $defs: Record<string, Shape>;
    };
    for (const shape of oneOf.filter(({ properties }) => properties['jws'] !== undefined))
      for (const pointer of listPlaces(shape, $defs))
        assert.notEqual(describePlace(pointer, vi), pointer, `${shape.title} ${pointer}`);
  });
});

interface Shape {
  title: string;
  properties: Record<string, Shape & { $ref?: string; items?: Shape }>;
}

/** Places of a letter that its own schema describes. */
function listPlaces(shape: Shape, definitions: Record<string, Shape>): string[] {
  return Object.entries(shape.properties).flatMap(([name, { $ref, items, properties }]) => {
    if (['jws', 'officer', 'agency', 'procedure'].includes(name)) return [];
    const local = definitions[/^#\/\$defs\/(\w+)$/.exec($ref ?? '')?.[1] ?? ''];
    if ($ref === 'localized-text.schema.json') return [`/${name}/vi`, `/${name}/en`];
    if (local) return listPlaces(local, definitions).map((pointer) => `/${name}${pointer}`);
    if (items?.properties) return listPlaces(items, definitions).map((pointer) => `/${name}/0${pointer}`);
    return properties === undefined ? [`/${name}`] : [];
  });
}
