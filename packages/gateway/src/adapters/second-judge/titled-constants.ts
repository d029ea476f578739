/**
 * Rewrites `oneOf` of titled constants to one `enum`: the verdict is the same, and thousands of branches no longer overflow the compiler.
 */

/** Keywords whose members are schemas under names of the author's own. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
/** Keywords that hold data. */
const DATA = new Set(['const', 'enum', 'default', 'examples', 'required', 'dependentRequired']);

export function rewriteTitledConstants(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rewriteTitledConstants);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]): [string, unknown] => {
      if (DATA.has(keyword)) return [keyword, value];
      if (NAMED.has(keyword)) return [keyword, rewriteMembers(value)];
      const constants = keyword === 'oneOf' || keyword === 'anyOf' ? readConstants(value) : undefined;
      return constants && !('enum' in schema) ? ['enum', constants] : [keyword, rewriteTitledConstants(value)];
    }),
  );
}

function rewriteMembers(schemas: unknown): unknown {
  if (typeof schemas !== 'object' || schemas === null || Array.isArray(schemas)) return schemas;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, rewriteTitledConstants(schema)]));
}

/** The constants when every branch is one and no two are equal: then `oneOf` and `enum` agree. */
function readConstants(branches: unknown): unknown[] | undefined {
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const constants = branches.map((branch: unknown) => (isTitledConstant(branch) ? branch.const : undefined));
  if (constants.some((constant) => typeof constant !== 'string' && typeof constant !== 'number')) return undefined;
  return new Set(constants).size === constants.length ? constants : undefined;
}

function isTitledConstant(branch: unknown): branch is { const: unknown } {
  return (
    typeof branch === 'object' &&
    branch !== null &&
    'const' in branch &&
    Object.keys(branch).every((name) => ['const', 'title', 'description'].includes(name))
  );
}
