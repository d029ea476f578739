/**
 * `compileProcedure`: from the files of a procedure to its plan.
 */
import { SchemaError } from '../errors.js';
import { type Diagnostic, type JsonSchema, type Plan, PLAN_FORMAT, type PlanNode, type Pointer } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { createValidator } from '../vocabulary/create-validator.js';
import { registerSchemas } from '../vocabulary/schema-documents.js';
import { SCHEMA_LIMITS, type SchemaLimits } from '../vocabulary/schema-limits.js';
import { bundleSchema } from './bundle-schema.js';
import { readFields } from './check-form.js';
import { collectFindings, type Findings } from './diagnostics.js';
import { hashProcedure } from './hash-procedure.js';
import { orderCells } from './order-cells.js';
import { planNodes } from './plan-nodes.js';
import { planMirrors, planRules } from './plan-rules.js';
import { type Trace, traceSchema } from './trace-schema.js';

/** What `compileProcedure` may be told. */
export interface CompileOptions {
  limits?: Partial<SchemaLimits>;
  /** `defer`: a pattern that cannot be run in linear time is left to the gateway's second judge. Default: `refuse`. */
  patterns?: 'refuse' | 'defer';
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
  const fields = readFields(source.form, findings);
  findings.settle();
  const schema = bundleSchema(source.data, source.definitions);
  const patterns = choosePatterns(schema, options);
  const documents = registerSchemas(schema, {}, { ...SCHEMA_LIMITS, ...options.limits });
  const trace = traceSchema(documents);
  const root = planNodes(trace, fields, documents, findings);
  const nodes = listNodes(root);
  const byPointer = new Map(nodes.map((node) => [node.pointer, node]));
  const rules = planRules(fields, (pointer) => trace.places.has(pointer), findings);
  const mirrors = planMirrors(source.form, byPointer, findings);
  const cells = orderCells({ nodes, conditions: trace.conditions, rules, mirrors }, findings);
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
    steps: source.form.steps.map(({ id, sections }) => ({
      id,
      sections: sections.map((section) => ({ id: section.id, fields: section.fields.map(({ pointer }) => pointer) })),
    })),
    conditions: trace.conditions,
    rules,
    mirrors,
    order: cells.order,
    dependents: cells.dependents,
    catalogs: source.catalogVersions,
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
function choosePatterns(schema: JsonSchema, { limits = {}, patterns }: CompileOptions): Pick<Plan, 'patterns'> {
  try {
    createValidator(schema, { limits });
    return {};
  } catch (error) {
    if (patterns !== 'defer' || !(error instanceof SchemaError) || error.code !== 'schema.pattern-unsafe') throw error;
    createValidator(schema, { limits, patterns });
    return { patterns };
  }
}

function listNodes(root: PlanNode): PlanNode[] {
  return [root, ...(root.children ?? []).flatMap(listNodes)];
}

function adviseOnSchema(trace: Trace, findings: Findings): void {
  for (const pointer of new Set(trace.recursive)) {
    findings.advise(
      'schema.recursive',
      'data.schema.json',
      pointer,
      'The schema contains itself here.',
      'The form shows one level; give this place a control of its own.',
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
