import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createJudge, issuesOf, listFiles, readJson } from './judge.mjs';
import { listFields, listPlaces, listProcedureFolders, readProcedure } from './procedure-folder.mjs';

const judge = createJudge();
/** Codes that need the engine, its catalogues or the clock; of these ajv knows nothing. */
const beyondJsonSchema = /^(kind|catalog|rule|warning|submission\.computed)/;

function assertSatisfies(metaSchema, value, path) {
  const validate = judge.validatorOf(metaSchema);
  assert.equal(validate(value), true, `${path}: ${JSON.stringify(validate.errors, null, 1)}`);
}

function listTexts(value, path = '') {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => listTexts(part, `${path}/${key}`));
}

function listKeys(value, path = '') {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, part]) => listKeys(part, `${path} › ${key}`));
}

function listValueReads(expression) {
  if (expression === null || typeof expression !== 'object') return [];
  const own = typeof expression.value === 'string' ? [expression.value] : [];
  return [...own, ...Object.values(expression).flatMap(listValueReads)];
}

test('every definition compiles under the strict judge', () => {
  for (const path of listFiles('definitions', '.schema.json'))
    assert.equal(typeof judge.validatorOf(path), 'function', path);
});

test('a file of migrations that says something else is refused', () => {
  const validate = judge.validatorOf('meta/migrations.schema.json');
  const fileOf = (step) => ({ migrations: [{ from: '1.0.0', to: '1.1.0', steps: [step] }] });
  assert.equal(validate(fileOf({ op: 'rename', at: '/child/name', name: 'fullName' })), true);
  assert.equal(validate(fileOf({ op: 'rename', at: '/child/name' })), false);
});

test('an attached paper has the shape of an attachment on the wire, and a largest size', () => {
  const wire = readJson('api/attachment.schema.json');
  const definition = readJson('definitions/attachment.schema.json');
  const { maximum, ...size } = definition.properties.size;
  assert.equal(Number.isSafeInteger(maximum), true);
  assert.deepEqual({ ...definition.properties, size }, wire.properties);
  assert.deepEqual(definition.required, wire.required);
});

for (const folder of listProcedureFolders()) {
  const procedure = readProcedure(folder);
  const { slug, record, form, locales, examples, migrations } = procedure;
  const fields = listFields(form);
  const pointers = fields.map(({ pointer }) => pointer);
  const places = listPlaces(procedure);

  describe(slug, () => {
    test('each file satisfies its meta-schema', () => {
      assertSatisfies('meta/procedure.schema.json', record, 'procedure.json');
      assertSatisfies('meta/form.schema.json', form, 'form.json');
      if (migrations !== undefined) assertSatisfies('meta/migrations.schema.json', migrations, 'migrations.json');
      for (const [name, locale] of Object.entries(locales))
        assertSatisfies('meta/locale.schema.json', locale, `locales/${name}.json`);
      for (const { path, name: _name, ...example } of examples)
        assertSatisfies('meta/example.schema.json', example, path);
    });

    test('the record is of this folder and names catalogues that exist', () => {
      assert.equal(record.slug, slug);
      const catalogs = new Set(listFiles('catalogs', '.json').map((path) => readJson(path).name));
      for (const name of record.catalogs ?? []) assert.equal(catalogs.has(name), true, name);
      for (const { pointer, options } of fields)
        if (options?.catalog) assert.equal(record.catalogs.includes(options.catalog), true, pointer);
    });

    test('every place of the answers is asked once, and every field is a place of the answers', () => {
      assert.deepEqual(
        pointers.filter((pointer, index) => pointers.indexOf(pointer) !== index),
        [],
      );
      assert.deepEqual([...pointers].sort(), places.map(({ pointer }) => pointer).sort());
    });

    test('rules, mirrors and required documents speak of fields that exist', () => {
      const named = [
        ...listValueReads(form),
        ...(form.mirrors ?? []).flatMap(({ pairs }) => pairs.flat()),
        ...record.requiredDocuments.flatMap(({ pointer }) => pointer ?? []),
        ...(record.registerMap ?? []).map(({ pointer }) => pointer),
      ];
      assert.deepEqual(
        named.filter((pointer) => !pointers.includes(pointer)),
        [],
      );
    });

    test('Vietnamese and English have the same texts, in Unicode NFC', () => {
      assert.deepEqual(Object.keys(locales).sort(), ['en', 'vi']);
      assert.deepEqual(listKeys(locales.en), listKeys(locales.vi));
      for (const [name, locale] of Object.entries(locales)) assert.equal(locale.locale, name);
      for (const { path, text } of listTexts({ record, form, locales, examples }))
        assert.equal(text, text.normalize('NFC'), path);
    });

    test('every step, section and field has its text, and no text speaks of what is not there', () => {
      for (const locale of Object.values(locales)) {
        assert.deepEqual(
          Object.keys(locale.steps),
          form.steps.map(({ id }) => id),
        );
        assert.deepEqual(
          Object.keys(locale.sections),
          form.steps.flatMap(({ sections }) => sections.map(({ id }) => id)),
        );
        assert.deepEqual(Object.keys(locale.fields), pointers);
      }
    });

    test('every choice has a label, and every error and warning of a rule has a text', () => {
      const schemaAt = new Map(places.map(({ pointer, schema }) => [pointer, schema]));
      for (const { pointer, options, rules } of fields) {
        const text = locales.vi.fields[pointer];
        const schema = schemaAt.get(pointer);
        const values = options?.catalog ? undefined : schema.enum;
        if (values) assert.deepEqual(Object.keys(text.options ?? {}), values, pointer);
        assert.deepEqual(
          Object.keys(text.warnings ?? {}),
          (rules?.warnings ?? []).map(({ code }) => code),
          pointer,
        );
        assert.deepEqual(
          Object.keys(text.errors ?? {}).filter((code) => code.startsWith('rule.')),
          (rules?.errors ?? []).map(({ code }) => code),
          pointer,
        );
      }
    });

    test('no text blames: it says what to do, without "không hợp lệ", "sai định dạng" or an exclamation mark', () => {
      const texts = listTexts({ vi: locales.vi, titles: record });
      assert.deepEqual(
        texts.filter(({ text }) => /không hợp lệ|sai định dạng|!/i.test(text)),
        [],
      );
    });

    test('labels end without a full stop; hints, errors and warnings end with one', () => {
      for (const locale of Object.values(locales)) {
        for (const [pointer, { label, hint, errors, warnings }] of Object.entries(locale.fields)) {
          assert.doesNotMatch(label, /\.$/, pointer);
          for (const sentence of [hint, ...Object.values(errors ?? {}), ...Object.values(warnings ?? {})])
            if (sentence !== undefined) assert.match(sentence, /[.”]$/, pointer);
        }
      }
    });

    test('there are examples of at least 8 valid and 12 invalid submissions', () => {
      const valid = examples.filter(({ name }) => name.startsWith('valid-'));
      const invalid = examples.filter(({ name }) => name.startsWith('invalid-'));
      assert.equal(valid.length + invalid.length, examples.length);
      assert.equal(valid.length >= 8 && invalid.length >= 12, true);
      assert.deepEqual(
        valid.filter(({ issues }) => issues !== undefined),
        [],
      );
      assert.deepEqual(
        invalid.filter(({ issues }) => issues === undefined),
        [],
      );
    });

    for (const { name, description, data, issues = [] } of examples) {
      test(`${name}: ${description}`, () => {
        const validate = judge.validatorOf(`${folder}/data.schema.json`);
        validate(data);
        const sort = (list) => [...new Set(list.map(({ pointer, code }) => `${pointer} ${code}`))].sort();
        assert.deepEqual(
          sort(issuesOf(validate.errors)),
          sort(issues.filter(({ code }) => !beyondJsonSchema.test(code))),
        );
      });
    }

    test('the valid examples together give every answer that the procedure can ask for, computed ones apart', () => {
      const given = new Set(
        examples.filter(({ name }) => name.startsWith('valid-')).flatMap(({ data }) => pointersWithin(data)),
      );
      const computed = fields.filter(({ rules }) => rules?.computed !== undefined).map(({ pointer }) => pointer);
      assert.deepEqual(
        pointers.filter((pointer) => !given.has(pointer) && !computed.includes(pointer)),
        [],
      );
    });
  });
}

function pointersWithin(value, pointer = '') {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, part]) => pointersWithin(part, `${pointer}/${key}`))];
}
