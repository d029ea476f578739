/** The project's own validation cases, as a second line behind the judges: verdicts, issues with pointers and params, refusals. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** @returns {object[]} every group of every file below the folder */
export function readOwnCases(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')).groups.map((group) => ({ file: name, ...group })),
    );
}

/** @returns {string | undefined} the first thing that is not as the group says */
export function findOwnFault(createValidator, group) {
  const about = `${group.file}: ${group.description}`;
  try {
    if (group.refused) return faultOfRefusal(createValidator, group, about);
    const validate = open(createValidator, group);
    for (const test of group.tests) {
      const verdict = validate(test.data);
      if (verdict.valid !== test.valid) return `${about}: ${test.description}: says ${verdict.valid}`;
      if (test.issues && !matches(verdict.issues, test.issues)) return `${about}: ${test.description}: other issues`;
    }
  } catch (error) {
    return `${about}: ${String(error)}`;
  }
  return undefined;
}

function open(createValidator, { schema, schemas, options }) {
  return createValidator(schema, { ...options, ...(schemas ? { schemas } : {}) });
}

function faultOfRefusal(createValidator, group, about) {
  try {
    open(createValidator, group);
  } catch (error) {
    const { code, pointer } = group.refused;
    return error.code === code && (pointer === undefined || error.pointer === pointer)
      ? undefined
      : `${about}: ${String(error)}`;
  }
  return `${about}: not refused`;
}

function matches(given, expected) {
  return (
    given.length === expected.length &&
    expected.every(({ code, pointer, params }, index) => {
      const issue = given[index];
      return issue.code === code && issue.pointer === pointer && (!params || isDeepStrictEqual(issue.params, params));
    })
  );
}
