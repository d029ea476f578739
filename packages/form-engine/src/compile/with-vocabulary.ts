import { isObject } from '../data/json.js';
import type { Spoken, Vocabulary } from '../extend/define-vocabulary.js';
import type { Operator } from '../expression/expression.js';
import { ALL_OPERATORS } from '../expression/operators/further/index.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import type { FieldKind } from '../kinds/kind.js';
import type { JsonSchema, JsonValue, Plan } from '../plan/plan.js';

/** What is built in, with what the author adds. */
export interface Known {
  /** The author's kinds first, so that they may match what a built-in one would take. */
  kinds: readonly FieldKind[];
  operators: ReadonlyMap<string, Operator>;
  /** A schema in the dialect that has the author's keywords. */
  spoken(schema: JsonSchema): Spoken;
  /** Which of the author's formats and keywords a schema uses. */
  needs(schema: JsonSchema): Pick<Plan, 'vocabulary'>;
}

/** Puts a vocabulary beside what is built in. */
export function withVocabulary(vocabulary: Vocabulary | undefined): Known {
  if (vocabulary === undefined)
    return {
      kinds: FURTHER_KINDS,
      operators: ALL_OPERATORS,
      spoken: (schema) => ({ schema, dialects: [] }),
      needs: () => ({}),
    };
  return {
    kinds: [...vocabulary.kinds, ...FURTHER_KINDS],
    operators: new Map([...ALL_OPERATORS, ...vocabulary.operators.map((one) => [one.name, one] as const)]),
    spoken: (schema) => vocabulary.speak(schema),
    needs(schema) {
      const words = listWords(schema);
      const used = vocabulary.names.filter((name) => words.has(name));
      return used.length === 0 ? {} : { vocabulary: used };
    },
  };
}

/** Every keyword and format that a schema writes, as a vocabulary names them. */
function listWords(schema: JsonSchema): ReadonlySet<string> {
  const words = new Set<string>();
  const open: JsonValue[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next);
    if (!isObject(next)) continue;
    for (const [name, value] of Object.entries(next)) {
      words.add(`keyword ${name}`);
      if (name === 'format' && typeof value === 'string') words.add(`format ${value}`);
      open.push(value);
    }
  }
  return words;
}
