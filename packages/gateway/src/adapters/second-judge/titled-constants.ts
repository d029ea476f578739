/**
 * Rewrites `oneOf` of titled constants to one `enum`: the verdict is the same, and thousands of branches no longer overflow the compiler.
 */
export function rewriteTitledConstants(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rewriteTitledConstants);
  if (typeof schema !== 'object' || schema === null) return schema;
  const rewritten: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const constants = keyword === 'oneOf' || keyword === 'anyOf' ? readConstants(value) : undefined;
    if (constants && !('enum' in schema)) rewritten['enum'] = constants;
    else
      rewritten[keyword] =
        keyword === 'const' || keyword === 'enum' || keyword === 'default' || keyword === 'examples'
          ? value
          : rewriteTitledConstants(value);
  }
  return rewritten;
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
