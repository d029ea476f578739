/** docs/glossary.md is the one list of words: texts and names that use another word for the same thing are found here. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';

const VIETNAMESE = /[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ\u1ea0-\u1ef9]/iu;
/** What stands between words of Vietnamese; a letter with a mark is a letter. */
const asWord = (term) => new RegExp(`(?<![\\p{L}\\p{N}{])${term}(?![\\p{L}\\p{N}}])`, 'iu');

const glossary = readFileSync('docs/glossary.md', 'utf8');
const unused = [...glossary.matchAll(/^\| ([^|]+) \| ([^|]+) \| (in text|in code) \|$/gm)].flatMap(
  ([, terms, instead, where]) =>
    terms.split(', ').map((term) => ({ term: term.replace(/ \(as a name\)$/, ''), instead, where })),
);

/** Sources that ship: no tests, no generated files. */
function sourceFiles() {
  return readdirSync('packages', { recursive: true })
    .map((name) => `packages/${name.replaceAll('\\', '/')}`)
    .filter(
      (name) =>
        /^packages\/[a-z-]+\/src\/.*\.ts$/.test(name) &&
        !/\.test\.ts$|browser-test\.ts$|\/testing\/|-tests\/|\.d\.ts$/.test(name),
    );
}

/** Every text literal of a source, templates by their pieces; and every name that it declares. */
function readSource(file) {
  const texts = [];
  const names = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node))
      texts.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text));
    else if (ts.isIdentifier(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return { texts, names };
}

/** Where a document speaks to its author, in English. */
const NOTES = new Set(['source', 'of', 'description', 'justification']);

/** Every text of a JSON document for citizens, and every property name. */
function readDocument(value, found = { texts: [], names: [] }) {
  if (typeof value === 'string') found.texts.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) found.names.push(name);
      if (!NOTES.has(name)) readDocument(inner, found);
    }
  return found;
}

function read() {
  const documents = readdirSync('schemas', { recursive: true })
    .map((name) => `schemas/${name.replaceAll('\\', '/')}`)
    .filter((name) => /^schemas\/(?:api|meta|definitions|procedures)\/.*\.json$/.test(name));
  return new Map([
    ...sourceFiles().map((file) => [file, readSource(file)]),
    ...documents.map((file) => [file, readDocument(JSON.parse(readFileSync(file, 'utf8')))]),
  ]);
}

const sources = read();
const vietnamese = [...sources].flatMap(([file, { texts }]) =>
  texts.filter((text) => VIETNAMESE.test(text)).map((text) => ({ file, text })),
);

test('the glossary says which words are not used, in text and in code', () => {
  assert.ok(unused.filter(({ where }) => where === 'in text').length > 25);
  assert.ok(unused.filter(({ where }) => where === 'in code').length > 10);
  assert.ok(vietnamese.length > 1200, `${vietnamese.length} texts`);
});

test('no Vietnamese text says it in another word than the glossary', () => {
  for (const { term, instead } of unused.filter(({ where }) => where === 'in text')) {
    const found = vietnamese.filter(({ text }) => asWord(term).test(text));
    assert.deepEqual(found, [], `“${term}” is “${instead}”`);
  }
});

test('no name of code or schemas does either', () => {
  for (const { term, instead } of unused.filter(({ where }) => where === 'in code')) {
    const pattern = new RegExp(`^${term}s?$`, 'i');
    const found = [...sources].filter(([, { names }]) => names.some((name) => pattern.test(name)));
    assert.deepEqual(
      found.map(([file]) => file),
      [],
      `“${term}” is “${instead}”`,
    );
  }
});

test('the same word with a mark, or inside another, is another word', () => {
  assert.equal(asWord('bạn').test('bạn nhập'), true);
  assert.equal(asWord('bạn').test('bạng nhập'), false);
  assert.equal(asWord('file').test('profile'), false);
  assert.equal(asWord('hãy').test('Hãy nhập'), true);
});

test('every Vietnamese text is in NFC', () => {
  assert.deepEqual(
    vietnamese.filter(({ text }) => text !== text.normalize('NFC')),
    [],
  );
});

/** How a Vietnamese syllable is spelt once its marks are off: beginning, vowels, end. */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u;
/** Names, formats and units, none of which has another word; each is met somewhere. */
const NAMES = new Set(
  'byte desk ecmascript eddsa https jpg json jwks keys mb origins pdf png pointer qr relative rfc sha shift stt template tt uri vneid vpcp web webp'.split(
    ' ',
  ),
);

const TEXTS = [
  ['form-engine/dist/text/messages/vi.js', 'vi'],
  ['form-engine/dist/kinds/further/messages/vi.js', 'furtherVi'],
  ['widgets/dist/text/elements.vi.js', 'elementsVi'],
  ['widgets/dist/text/flows.vi.js', 'flowsVi'],
  ['widgets/dist/text/letters.vi.js', 'lettersVi'],
  ['pages/dist/desk/text/desk-texts.vi.js', 'deskVi'],
  ['pages/dist/verify/page/verify-texts.vi.js', 'verifyVi'],
  ['gateway/dist/domain/notices/notice-texts.js', 'NOTICE_TEXTS', 'vi'],
];

/** The words of a text that no Vietnamese syllable spells; placeholders, examples in quotes and words with digits aside. */
function foreignWords(text) {
  const plain = text
    .replace(/\{[^}]*\}|ví dụ .*$|\b(?:TN-)?X{2,}[-X]*\b/gu, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/\p{N}/u.test(word) && !SYLLABLE.test(word));
}

const shown = await Promise.all(
  TEXTS.map(async ([file, name, locale]) => {
    const found = (await import(`../../packages/${file}`))[name];
    const texts = Object.entries(locale === undefined ? found : found[locale]);
    return texts.flatMap(([key, text]) =>
      (typeof text === 'string' ? [text] : Object.values(text)).map((one) => ({ key, text: one })),
    );
  }),
);

test('no page shows a word of another language but names, and every name that is let pass is met', () => {
  const met = new Set();
  const found = [];
  for (const { key, text } of shown.flat())
    for (const word of foreignWords(text)) {
      met.add(word);
      if (!NAMES.has(word)) found.push(`${key}: ${word}`);
    }
  assert.deepEqual(found, []);
  assert.deepEqual(
    [...NAMES].filter((name) => !met.has(name)),
    [],
  );
});

test('a word of another language would be seen', () => {
  assert.deepEqual(foreignWords('Nhập email rồi click submit.'), ['email', 'click', 'submit']);
});

test('no page says only that something is wrong, shouts, or asks for pardon instead of telling what to do', () => {
  for (const { key, text } of shown.flat())
    assert.doesNotMatch(text, /không hợp lệ|sai định dạng|!|\bvui lòng\b|đã có lỗi|có lỗi xảy ra/iu, key);
});
