/**
 * Makes rules and mirrors of form.json: checked, with absolute pointers, and with what they read.
 */
import { isObject } from '../data/json.js';
import { join, resolvePointer } from '../data/pointer.js';
import { EXPRESSION_DEPTH } from '../expression/evaluate.js';
import { OPERATORS } from '../expression/operators/index.js';
import type { Expression, JsonValue, PlanMirror, PlanNode, PlanRule, Pointer } from '../plan/plan.js';
import type { FormDocument } from '../plan/procedure-source.js';
import type { PlacedField } from './check-form.js';
import type { Findings } from './diagnostics.js';

const FILE = 'form.json';

/** Plans the rules of every field. */
export function planRules(
  fields: ReadonlyMap<Pointer, PlacedField>,
  known: (pointer: Pointer) => boolean,
  findings: Findings,
): PlanRule[] {
  const rules: PlanRule[] = [];
  for (const [pointer, { field, place }] of fields) {
    const add = (
      effect: PlanRule['effect'],
      source: Expression | undefined,
      tokens: readonly (string | number)[],
      code?: string,
    ): void => {
      if (source === undefined) return;
      const at = tokens.reduce<Pointer>((here, token) => join(here, token), join(place, 'rules'));
      const { expression, reads } = readExpression(source, pointer, at, known, findings);
      rules.push({ id: rules.length, effect, pointer, expression, reads, ...(code === undefined ? {} : { code }) });
    };
    add('visible', field.rules?.visible, ['visible']);
    add('enabled', field.rules?.enabled, ['enabled']);
    add('computed', field.rules?.computed, ['computed']);
    field.rules?.warnings?.forEach((warning, index) =>
      add('warning', warning.when, ['warnings', index, 'when'], warning.code),
    );
    field.rules?.errors?.forEach((error, index) => add('error', error.when, ['errors', index, 'when'], error.code));
  }
  return rules;
}

/** Plans the mirrors; a pair of groups becomes the pairs of the fields they share. */
export function planMirrors(
  form: FormDocument,
  nodes: ReadonlyMap<Pointer, PlanNode>,
  findings: Findings,
): PlanMirror[] {
  return (form.mirrors ?? []).map((mirror, id) => {
    const place = `/mirrors/${id}`;
    const { expression: when, reads } = readExpression(
      mirror.when,
      '',
      join(place, 'when'),
      (pointer) => nodes.has(pointer),
      findings,
    );
    const pairs = mirror.pairs.flatMap(([left, right], index) => {
      const expanded = expandPair(nodes.get(left), nodes.get(right));
      if (expanded === undefined)
        findings.refuse(
          'form.field-unknown',
          FILE,
          join(join(place, 'pairs'), index),
          `${left} and ${right} are not two fields of the same sort.`,
          'Name two fields of the data schema.',
        );
      return expanded ?? [];
    });
    return { id, when, pairs, reads };
  });
}

function expandPair(left: PlanNode | undefined, right: PlanNode | undefined): [Pointer, Pointer][] | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left.children === undefined || right.children === undefined)
    return left.kind === right.kind ? [[left.pointer, right.pointer]] : undefined;
  const others = new Map(right.children.map((child) => [child.pointer.slice(right.pointer.length), child]));
  return left.children.flatMap(
    (child) => expandPair(child, others.get(child.pointer.slice(left.pointer.length))) ?? [],
  );
}

/** Checks an expression, makes its pointers absolute, and lists them. */
export function readExpression(
  source: Expression,
  from: Pointer,
  at: Pointer,
  known: (pointer: Pointer) => boolean,
  findings: Findings,
): { expression: Expression; reads: Pointer[] } {
  const reads = new Set<Pointer>();

  const read = (part: JsonValue, place: Pointer, depth: number): JsonValue => {
    if (depth > EXPRESSION_DEPTH) {
      findings.refuse(
        'rule.malformed',
        FILE,
        at,
        'The expression nests too deep.',
        `Stay within ${EXPRESSION_DEPTH} levels.`,
      );
      return null;
    }
    if (Array.isArray(part)) return part.map((item, index) => read(item, join(place, index), depth + 1));
    if (!isObject(part)) return part;
    const [name, ...others] = Object.keys(part);
    if (name === undefined || others.length > 0) {
      findings.refuse(
        'rule.malformed',
        FILE,
        place,
        'An operation has exactly one name.',
        'Write { "operator": [operands] }.',
      );
      return null;
    }
    const argument = part[name] as JsonValue;
    if (name === 'value') return { value: readPointer(argument, place) };
    const operator = OPERATORS.get(name);
    const operands = Array.isArray(argument) ? argument : [argument];
    if (operator === undefined) {
      findings.refuse(
        'rule.operator-unknown',
        FILE,
        place,
        `There is no operator ${JSON.stringify(name)}.`,
        `Use one of ${['value', ...OPERATORS.keys()].join(', ')}.`,
      );
    } else if (operands.length < operator.arity[0] || operands.length > operator.arity[1]) {
      findings.refuse(
        'rule.malformed',
        FILE,
        place,
        `\`${name}\` takes ${operator.arity.join(' to ')} operands, not ${operands.length}.`,
        'Correct the number of operands.',
      );
    }
    return { [name]: operands.map((operand, index) => read(operand, join(join(place, name), index), depth + 1)) };
  };

  const readPointer = (argument: JsonValue, place: Pointer): Pointer => {
    const pointer = typeof argument === 'string' ? resolvePointer(argument, from) : undefined;
    if (pointer === undefined)
      findings.refuse(
        'rule.malformed',
        FILE,
        place,
        '`value` takes a JSON Pointer.',
        'Write { "value": "/child/birthDate" }.',
      );
    else if (!known(pointer))
      findings.refuse(
        'rule.value-unknown',
        FILE,
        place,
        `The data schema knows nothing of ${pointer}.`,
        'Declare it in `properties`, or correct the pointer.',
      );
    else reads.add(pointer);
    return pointer ?? '';
  };

  return { expression: read(source, at, 0), reads: [...reads] };
}
