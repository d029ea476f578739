import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createValidator } from '../create-validator.js';
import type { JsonObject } from '../plan/plan.js';
import { expectedKindOutcome, type KindFile, runKindCase } from '../testing/run-kind-case.js';
import { FURTHER_KINDS } from './further/index.js';
import { KINDS } from './index.js';

const FOLDER = new URL('../../../../schemas/conformance/kinds/', import.meta.url);
const files = readdirSync(FOLDER).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as KindFile),
}));
const FEWEST = 20;
/** Their values are answers in the making: what is required of them is said at the whole dossier. */
const COMPOUND: ReadonlySet<string> = new Set(['address', 'attachments', 'person-name']);

for (const { name, kind, cases } of files) {
  describe(`the cases of ${name}`, () => {
    for (const one of cases)
      it(one.name, () => {
        const outcome = runKindCase(kind, one);
        assert.deepEqual(outcome, expectedKindOutcome(one, outcome));
      });

    it('are twenty at least, good ones and bad ones, each with a name of its own', () => {
      assert.equal(name, `${kind}.json`);
      assert.ok(cases.length >= FEWEST, `${cases.length} cases`);
      assert.equal(new Set(cases.map((one) => one.name)).size, cases.length);
      assert.ok(cases.some((one) => one.value !== undefined) && cases.some((one) => one.fault !== undefined));
    });

    it('have the same outcome in both Unicode forms', () => {
      for (const one of cases) {
        const respelt = (form: 'NFC' | 'NFD'): typeof one => ({ ...one, input: respell(one.input, form) });
        assert.deepEqual(runKindCase(kind, respelt('NFD')), runKindCase(kind, respelt('NFC')), one.name);
      }
    });
  });
}

/** Every text inside, in the form asked for. */
function respell(input: KindFile['cases'][number]['input'], form: 'NFC' | 'NFD'): typeof input {
  return JSON.parse(JSON.stringify(input).normalize(form)) as typeof input;
}

describe('a shared definition', () => {
  const folder = new URL('../../../../schemas/definitions/', import.meta.url);
  const definitions = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as JsonObject,
  );
  const schemas = Object.fromEntries(
    readdirSync(folder).map((name, place) => [`https://motcua.example/${name}`, definitions[place] ?? {}]),
  );

  for (const { kind, cases } of files) {
    const uri = `https://motcua.example/${kind}.schema.json`;
    if (!Object.hasOwn(schemas, uri) || COMPOUND.has(kind)) continue;
    it(`of ${kind} takes every value that its kind gives`, () => {
      const validate = createValidator({ $id: 'https://motcua.example/x', $ref: `${kind}.schema.json` }, { schemas });
      const values = cases.flatMap(({ value }) => (value === undefined ? [] : [value]));
      assert.ok(values.length >= 10);
      for (const value of values) assert.deepEqual(validate(value).issues, [], JSON.stringify(value));
    });
  }

  it('stands beside twelve of the further kinds', () => {
    const named = FURTHER_KINDS.filter(({ name }) => existsSync(new URL(`${name}.schema.json`, folder)));
    assert.equal(named.length, 12);
    for (const kind of named) assert.equal(kind.matches({}, kind.name), true);
  });
});

it('every kind has a file of cases', () => {
  const named = [...KINDS, ...FURTHER_KINDS].map(({ name }) => name).filter((name) => name !== 'json');
  assert.deepEqual(files.map(({ kind }) => kind).sort(), named.sort());
});
