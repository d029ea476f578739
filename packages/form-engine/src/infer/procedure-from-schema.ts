/**
 * `procedureFromSchema`: a JSON Schema and nothing else becomes a procedure that the compiler takes as it takes a folder.
 */
import type { ProcedureRecord } from '@motcua/schemas';
import { draft07 } from '../draft-07.js';
import { isObject } from '../data/json.js';
import { refuseSchema } from '../errors.js';
import type { Diagnostic, JsonObject, JsonSchema, Pointer } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { readVocabularies } from '../vocabulary/read-vocabularies.js';
import { registerSchemas } from '../vocabulary/schema-documents.js';
import { SCHEMA_LIMITS, type SchemaLimits } from '../vocabulary/schema-limits.js';
import { arrangeSteps } from './arrange-steps.js';
import { type AskedField, firstType, readAskedFields } from './asked-field.js';
import { identifierOf, oneLine } from './label-of.js';
import { openNotes, type Union } from './notes.js';
import { makeSelfContained } from './self-contained.js';
import { speaksDraft07 } from './to-draft-2020.js';
import { wordsOf } from './words.js';
import { inferTexts } from './infer-texts.js';
import type { InferredTexts } from './procedure-texts.js';

/** What `procedureFromSchema` may be told. */
export interface InferenceOptions {
  /** The language of what the form says of its own; titles and descriptions stay as they are. Default: `vi`. */
  locale?: 'vi' | 'en';
  /** Documents that references may name, by URI. Nothing is ever fetched. */
  schemas?: Readonly<Record<string, JsonSchema>>;
  /** The day from which the procedure holds, as yyyy-mm-dd. */
  today?: string;
  /** Answers that are there already: a deprecated field shows only where it holds one. */
  data?: JsonObject;
  /** Which branch of a union the form asks for, by the place of the keyword, as `{"/properties/contact/oneOf": 1}`. Default: the first but `null`. */
  branches?: Readonly<Record<Pointer, number>>;
  limits?: Partial<SchemaLimits>;
}

/** A procedure made from a schema, with what a folder has beside the files that are compiled. */
export interface InferredProcedure extends ProcedureSource {
  /** locales/<locale>.json */
  texts: InferredTexts;
  /** Unions in which the form asks for one branch: offer the others, and make the procedure anew with `branches`. */
  unions: readonly Union[];
  /** Warnings about what the form does not ask, or decided on its own; each names the keyword and its place. */
  diagnostics: readonly Diagnostic[];
}

/**
 * Makes a usable form of any JSON Schema of draft 2020-12 or draft-07: labels, order, kinds, steps, lists, maps, branches.
 *
 * What the form sends is judged by `data`, a self-contained copy of the schema that takes nothing which the schema itself refuses.
 *
 * @throws {SchemaError} `schema.no-form` with the place of the keyword when no object is asked for; `schema.unsupported`, `schema.ref-unknown`,
 * `schema.ref-cycle`, `schema.malformed`, `schema.limit-*` as `createValidator` does.
 * @example
 * const plan = compileProcedure(procedureFromSchema(schema, { locale: 'vi' }));
 */
export function procedureFromSchema(schema: JsonSchema, options: InferenceOptions = {}): InferredProcedure {
  const words = wordsOf(options.locale ?? 'vi');
  const notes = openNotes(options.branches ?? {});
  const data = makeSelfContained(openDocuments(schema, options), notes);
  const root = refuseNoObject(readAskedFields(data, options.data));
  const title = oneLine(root.said['title']) ?? words.general;
  const arrangement = arrangeSteps(root, words.general, { certainty: 'own', of: title });
  if (arrangement.steps.length === 0)
    refuseSchema(
      'schema.no-form',
      {},
      'The schema declares no property, so that nothing can be asked.',
      'Declare what is asked in `properties`.',
    );
  adviseOnRoot(root, notes);
  return {
    record: recordOf(schema, title, options.today),
    data,
    form: { steps: arrangement.steps },
    definitions: {},
    catalogVersions: {},
    texts: inferTexts(root, arrangement, title, options.locale ?? 'vi', words),
    unions: notes.unions,
    diagnostics: notes.diagnostics,
  };
}

function openDocuments(schema: JsonSchema, { schemas, limits }: InferenceOptions): ReturnType<typeof registerSchemas> {
  const isOld = isObject(schema) && schema['$schema'] === undefined && speaksDraft07(schema);
  const named = isOld ? { $schema: draft07.uri, ...schema } : schema;
  return registerSchemas(named, schemas, { ...SCHEMA_LIMITS, ...limits }, [draft07, readVocabularies]);
}

/** Answers are an object; what is none can stand in a property. */
function refuseNoObject(root: AskedField): AskedField {
  if (root.shape === 'group' || root.shape === 'map') return root;
  const type = firstType(root.said['type']);
  const keyword = ['type', 'const', 'enum'].find((name) => root.said[name] !== undefined);
  if (type === undefined && keyword === undefined) return root;
  if (type === 'object') return root;
  refuseSchema(
    'schema.no-form',
    { pointer: keyword === undefined ? '' : `/${keyword}` },
    `A form gives an object, and ${keyword ?? 'the schema'} asks for something else.`,
    'Put the schema into a property of an object.',
  );
}

function adviseOnRoot(root: AskedField, notes: ReturnType<typeof openNotes>): void {
  if (root.row === undefined) return;
  notes.advise(
    'schema.not-asked',
    '',
    'Properties beyond those that are declared may be given, and the form does not ask for them at the top.',
    'Put the map into a property of its own.',
  );
}

/** The record that a folder would have; what only an agency knows is said to be of this schema alone. */
function recordOf(schema: JsonSchema, title: string, today: string | undefined): ProcedureRecord {
  const text = { vi: title };
  const id = isObject(schema) && typeof schema['$id'] === 'string' ? schema['$id'] : title;
  return {
    slug: `schema/${identifierOf(id.replace(/^.*\/(?=[^/])|(\.schema)?\.json.*$/gu, ''))}`,
    version: '1.0.0',
    ...(today === undefined ? {} : { effectiveFrom: today }),
    title: text,
    audience: ['citizen'],
    serviceLevel: 'information',
    competentAgency: { level: 'commune', name: text },
    processingTime: { text, source: title },
    fees: [],
    requiredDocuments: [],
    results: [],
    legalBasis: [],
  };
}
