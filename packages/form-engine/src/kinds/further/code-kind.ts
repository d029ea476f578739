import { writeOut } from '../../data/json.js';
import type { FieldKind } from '../kind.js';
import { type CodeForm, readCode } from './read-code.js';

/** A kind whose value is a code of letters and digits; its definition has the same name. */
export function defineCodeKind(name: string, form: CodeForm, rest: Partial<FieldKind> = {}): FieldKind {
  return {
    name,
    matches: (_schema, definition) => definition === name,
    initial: undefined,
    parse: (input) => readCode(input, form),
    format: (value) => writeOut(value),
    isEmpty: (value) => value === undefined || value === '',
    summarize: (value) => writeOut(value),
    ...rest,
  };
}
