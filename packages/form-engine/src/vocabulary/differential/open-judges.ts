/**
 * The outside judges, each opened in the way that makes it as strict as the evaluator: formats asserted, own properties only, nothing fetched.
 */
import * as hyperjump from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/draft-07';
import '@hyperjump/json-schema/formats';
import { Ajv, type Options, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { Check } from 'typebox/schema';
import type { JsonSchema, JsonValue } from '../../plan/plan.js';
import { faultsOf, tellsEveryFault } from './ajv-faults.js';
import type { Document } from './document.js';
import type { Draft } from './schemas.js';
import { traitsOfDocument } from './traits.js';

/** The judges by the names of their packages. */
export type JudgeName = 'hyperjump' | 'ajv' | 'typebox';

/** Gives its verdict on values for one document, and every fault where it can tell them all. */
export type Opinion = (value: JsonValue) => { valid: boolean; faults?: readonly string[] };

/** Opens a judge over a document; it may throw, there or later, where the document is beyond it. */
export const OPEN_JUDGE: Readonly<Record<JudgeName, (document: Document) => Promise<Opinion>>> = {
  hyperjump: openHyperjump,
  ajv: (document) => Promise.resolve(openAjv(document)),
  typebox: (document) => Promise.resolve(openTypebox(document)),
};

const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;
const BASE = 'https://example.org/schemas/root';
const DIALECTS = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema',
};

hyperjump.setShouldValidateSchema(false);
hyperjump.setShouldValidateFormat(true);

async function openHyperjump({ draft, schema, companions }: Document): Promise<Opinion> {
  const root = typeof schema === 'object' && typeof schema['$id'] === 'string' ? schema['$id'] : BASE;
  const documents: [string, JsonSchema][] = [[root, schema], ...Object.entries(companions)];
  const registered: string[] = [];
  try {
    for (const [uri, each] of documents) {
      hyperjump.registerSchema(each as hyperjump.SchemaObject, uri, DIALECTS[draft]);
      registered.push(uri);
    }
    const validate = await hyperjump.validate(root);
    return (value) => ({ valid: validate(value).valid });
  } finally {
    for (const uri of registered) hyperjump.unregisterSchema(uri);
  }
}

const AJV_OPTIONS: Options = {
  allErrors: true,
  strict: false,
  ownProperties: true,
  logger: false,
  validateSchema: false,
};

/** Those that see only documents without names; ajv keeps the inner names of every document it ever saw. */
const SHARED_AJV = { '2020-12': createAjv('2020-12'), 'draft-07': createAjv('draft-07') };

function createAjv(draft: Draft): Ajv {
  const ajv = draft === '2020-12' ? new Ajv2020(AJV_OPTIONS) : new Ajv(AJV_OPTIONS);
  addFormats(ajv);
  return ajv;
}

function openAjv(document: Document): Opinion {
  const validate = compileByAjv(document);
  const complete = tellsEveryFault(traitsOfDocument(document));
  return (value) => {
    const valid = validate(value) === true;
    return complete ? { valid, faults: faultsOf(validate.errors ?? []) } : { valid };
  };
}

function compileByAjv({ draft, schema, companions }: Document): ValidateFunction {
  if (typeof schema === 'boolean' || Object.keys(companions).length === 0) {
    const validate = SHARED_AJV[draft].compile(schema);
    if (typeof schema !== 'boolean') SHARED_AJV[draft].removeSchema(schema);
    return validate;
  }
  const ajv = createAjv(draft);
  for (const [uri, companion] of Object.entries(companions)) ajv.addSchema(companion as object, uri);
  return ajv.compile({ $id: BASE, ...schema });
}

function openTypebox({ schema, companions }: Document): Opinion {
  return (value) => ({ valid: Check(companions as Record<string, object>, schema as object, value) });
}
