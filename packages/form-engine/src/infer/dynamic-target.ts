import { isObject } from '../data/json.js';
import { join } from '../data/pointer.js';
import { refuseSchema } from '../errors.js';
import { type Located, type SchemaDocuments, splitUri } from '../vocabulary/schema-documents.js';

/**
 * Where a `$dynamicRef` leads from wherever one comes: to the anchor of the outermost resource when that has it, else to the only one there is.
 *
 * @throws {SchemaError} `schema.unsupported` where it depends on the way that led there
 */
export function findDynamicTarget(ref: string, from: Located, documents: SchemaDocuments): Located {
  const first = documents.resolve(ref, from, '$dynamicRef');
  const [, name] = splitUri(ref);
  const isDynamic = isObject(first.schema) && first.schema['$dynamicAnchor'] === name;
  if (!isDynamic) return first;
  const outermost = documents.anchorOf(documents.root.base, name);
  if (outermost !== undefined) return outermost;
  if (first.base === from.base && documents.root.base === from.base) return first;
  refuseSchema(
    'schema.unsupported',
    { pointer: join(from.pointer, '$dynamicRef'), document: from.document },
    `Where ${ref} leads hangs on the way that led there, so that no form can be made of it.`,
    'Give the outermost schema a $dynamicAnchor of that name, or refer by $ref.',
  );
}
