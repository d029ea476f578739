/**
 * `compileProcedure`: from the files of a procedure to its plan.
 */
import { SchemaError } from '../errors.js';
import { type Diagnostic, type JsonSchema, type Plan, PLAN_FORMAT, type PlanNode, type Pointer } from '../plan/plan.js';
import { listBelow } from '../plan/find-node.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import type { Vocabulary } from '../extend/define-vocabulary.js';
import { createValidator } from '../vocabulary/create-validator.js';
import type { Dialect } from '../vocabulary/keyword.js';
import { registerSchemas } from '../vocabulary/schema-documents.js';
import { SCHEMA_LIMITS, type SchemaLimits } from '../vocabulary/schema-limits.js';
import { bundleSchema } from './bundle-schema.js';
import { readFields } from './check-form.js';
import { collectFindings, type Findings } from './diagnostics.js';
import { findContradictions } from './find-contradictions.js';
import { hashProcedure } from './hash-procedure.js';
import { orderCells } from './order-cells.js';
import { mapSources } from './map-sources.js';
import { planChecks, planOrder } from './plan-checks.js';
import { planNodes } from './plan-nodes.js';
import { planMirrors } from './plan-mirrors.js';
import { planRules } from './plan-rules.js';
import { resourcesOf, surroundRules } from './surround-rules.js';
import { type Trace, traceSchema } from './trace-schema.js';
import { withVocabulary } from './with-vocabulary.js';
import { keepUsedConditions } from './used-conditions.js';

/** What `compileProcedure` may be told. */
export interface CompileOptions {
  limits?: Partial<SchemaLimits>;
  /** `defer`: a pattern that cannot be run in linear time is left to the gateway's second judge. Default: `refuse`. */
  patterns?: 'refuse' | 'defer';
  /** Formats, keywords, operators and kinds of the author's own: `defineVocabulary` of `@motcua/form-engine/extend`. */
  vocabulary?: Vocabulary;
  /** Notes which file each shared definition came from, for `explain`. Default: false. */
  sources?: boolean;
}

/**
 * Turns the files of a procedure into a plan that browser and gateway run alike.
 *
 * @throws {SchemaError} with code, pointer, cure and every diagnostic, when the procedure cannot be run rightly.
 * @example
 * const plan = compileProcedure({ record, data, form, definitions: { address }, catalogVersions: {} });
 */
export function compileProcedure(source: ProcedureSource, options: CompileOptions = {}): Plan {
  const findings = collectFindings();
  const { kinds, operators, spoken, needs } = withVocabulary(options.vocabulary);
  const fields = readFields(source.form, findings, kinds);
  findings.settle();
  const schema = bundleSchema(source.data, source.definitions);
  const { schema: whole, dialects } = spoken(schema);
  const patterns = choosePatterns(whole, options, dialects);
  const documents = registerSchemas(whole, {}, { ...SCHEMA_LIMITS, ...options.limits }, dialects);
  const trace = traceSchema(documents);
  const { root, conditions } = keepUsedConditions(
    planNodes(trace, fields, documents, findings, kinds),
    trace.conditions,
  );
  const nodes = listNodes(root);
  const byPointer = new Map(nodes.map((node) => [node.pointer, node]));
  planChecks(byPointer, fields, findings);
  const surroundings = surroundRules(source, trace, documents, findings, operators);
  const { rules, uses } = planRules(source.form, fields, byPointer, surroundings);
  const { mirrors, uses: usedByMirrors } = planMirrors(source.form, byPointer, surroundings);
  findContradictions({ rules, mirrors, nodes: byPointer, operators: surroundings.operators }, findings);
  const cells = orderCells({ nodes, conditions, rules, mirrors }, findings);
  adviseOnSchema(trace, findings);
  checkCatalogs(source, nodes, findings);
  return {
    planFormat: PLAN_FORMAT,
    slug: source.record.slug,
    version: source.record.version,
    hash: hashProcedure(source),
    schema,
    ...patterns,
    root,
    steps: source.form.steps.map(({ id, sections }, index) => ({
      id,
      ...planOrder(source.form, index, findings),
      sections: sections.map((section) => ({ id: section.id, fields: section.fields.map(({ pointer }) => pointer) })),
    })),
    conditions,
    rules,
    mirrors,
    order: cells.order,
    dependents: cells.dependents,
    ...needs(schema),
    ...resourcesOf([...uses, ...usedByMirrors], source, surroundings.tables),
    catalogs: source.catalogVersions,
    ...(options.sources === true ? { sources: mapSources(source, schema) } : {}),
    diagnostics: findings.settle(),
  };
}

/**
 * Everything `compileProcedure` would say of a procedure, without a plan: for `check`.
 */
export function checkProcedure(source: ProcedureSource, options: CompileOptions = {}): readonly Diagnostic[] {
  try {
    return compileProcedure(source, options).diagnostics;
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    if (error.diagnostics.length > 0) return error.diagnostics;
    return [
      {
        code: error.code,
        severity: 'error',
        file: 'data.schema.json',
        pointer: error.pointer,
        message: error.message,
        advice: error.cure,
      },
    ];
  }
}

/**
 * Compiles the whole schema once, so that what it cannot say is known here and not in a citizen's browser. A plan says that it
 * defers only when it must, so that one source has one plan.
 */
function choosePatterns(
  schema: JsonSchema,
  { limits = {}, patterns, vocabulary }: CompileOptions,
  dialects: readonly Dialect[],
): Pick<Plan, 'patterns'> {
  const known = { limits, dialects, formats: vocabulary?.formats ?? {} };
  try {
    createValidator(schema, known);
    return {};
  } catch (error) {
    if (patterns !== 'defer' || !(error instanceof SchemaError) || error.code !== 'schema.pattern-unsafe') throw error;
    createValidator(schema, { ...known, patterns });
    return { patterns };
  }
}

function listNodes(root: PlanNode): PlanNode[] {
  return [root, ...listBelow(root).flatMap(listNodes)];
}

function adviseOnSchema(trace: Trace, findings: Findings): void {
  for (const pointer of new Set(trace.recursive)) {
    findings.advise(
      'schema.recursive',
      'data.schema.json',
      pointer,
      'The schema contains itself here.',
      'The form unfolds it where there is data.',
    );
  }
  for (const condition of trace.conditions) {
    if (condition.reads.length > 0) continue;
    findings.advise(
      'schema.condition-always-true',
      'data.schema.json',
      condition.schema ?? '',
      'The condition looks at no answer.',
      'Name the property in `required` and `properties` of the `if`.',
    );
  }
  for (const place of trace.places.values()) {
    if (place.occurrences.length > 0 || place.never || !(place.required || place.requiredWhen.size > 0)) continue;
    findings.advise(
      'schema.field-undeclared',
      'data.schema.json',
      place.pointer,
      'It is required and described nowhere.',
      'Declare it in `properties`.',
    );
  }
}

function checkCatalogs(source: ProcedureSource, nodes: readonly PlanNode[], findings: Findings): void {
  const missing = new Map<string, Pointer>();
  for (const { options, pointer } of nodes) {
    if (options?.catalog !== undefined && !Object.hasOwn(source.catalogVersions, options.catalog))
      missing.set(options.catalog, pointer);
  }
  for (const [catalog, pointer] of missing) {
    findings.refuse(
      'catalog.version-missing',
      'form.json',
      pointer,
      `No version is given for the catalogue ${catalog}.`,
      'Name it among the catalogues of the procedure.',
    );
  }
}
