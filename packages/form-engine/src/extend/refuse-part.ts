import { SchemaError } from '../errors.js';

/** What is defined, in the words of its error. */
export type Sort = 'format' | 'keyword' | 'operator' | 'kind';

/** Ends a definition that lacks a part, or has one of the wrong sort. */
export function refusePart(sort: Sort, name: unknown, part: string, cure: string): never {
  throw new SchemaError('vocabulary.malformed', `The ${sort} ${describe(name)} has no right \`${part}\`.`, {
    pointer: `/${part}`,
    cure,
  });
}

/** Ends a definition whose name means something already. */
export function refuseTaken(sort: Sort, name: string): never {
  throw new SchemaError('vocabulary.name-taken', `There is a ${sort} ${name} already.`, {
    pointer: '/name',
    cure: 'Give it another name: what is built in means the same for everybody.',
  });
}

/** Refuses a name that the sort does not allow. */
export function checkName(sort: Sort, name: unknown, form: RegExp, cure: string): asserts name is string {
  if (typeof name !== 'string' || !form.test(name)) refusePart(sort, name, 'name', cure);
}

/** Refuses a part that is no function. */
export function checkFunction(sort: Sort, definition: object, part: string, cure: string): void {
  if (typeof (definition as Record<string, unknown>)[part] !== 'function')
    refusePart(sort, (definition as { name?: unknown }).name, part, cure);
}

function describe(name: unknown): string {
  return typeof name === 'string' && name !== '' ? name : 'without a name';
}
