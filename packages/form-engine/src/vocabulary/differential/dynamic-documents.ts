/**
 * Generated families of inner documents with dynamic anchors.
 */
import fc from 'fast-check';
import type { JsonObject } from '../../plan/plan.js';
import type { Document } from './document.js';
import { definition, leafOf } from './schemas.js';

/** One of the inner documents that refer to one another. */
interface Member {
  own: JsonObject;
  leaf: JsonObject;
  node: Anchor;
  leafAnchor: Anchor;
  /** Takes the next one in, in place. */
  extends: boolean;
  leafInPlace: boolean;
  strict: string;
  places: string[];
  targets: string[];
  list: boolean;
}
type Anchor = '$dynamicAnchor' | '$anchor' | 'none';
const anchor = fc.constantFrom<Anchor>('$dynamicAnchor', '$dynamicAnchor', '$anchor', 'none');

const member: fc.Arbitrary<Member> = fc.record({
  own: definition('2020-12', 'object', 0),
  leaf: fc.oneof(
    fc.constantFrom<JsonObject>({ type: 'string' }, { type: 'number' }, { type: 'null' }),
    leafOf('2020-12'),
  ),
  node: anchor,
  leafAnchor: anchor,
  extends: fc.boolean(),
  leafInPlace: fc.boolean(),
  strict: fc.constantFrom('', '', 'unevaluatedProperties', 'additionalProperties'),
  places: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
  targets: fc.array(
    fc.constantFrom(
      '$dynamicRef #node',
      '$dynamicRef #leaf',
      '$dynamicRef next#leaf',
      '$ref next',
      '$ref #node',
      '$ref #leaf',
    ),
    { minLength: 3, maxLength: 3 },
  ),
  list: fc.boolean(),
});

/**
 * Inner documents that refer to one another, each with or without the dynamic anchors `node` (itself) and `leaf` (a definition):
 * what a `$dynamicRef` means depends on the way by which it was reached.
 */
export const dynamic: fc.Arbitrary<Document> = fc.array(member, { minLength: 2, maxLength: 3 }).map((members) => ({
  draft: '2020-12',
  focus: '$dynamicRef',
  companions: {},
  schema: {
    $id: 'https://example.org/family',
    $ref: 'member0',
    $defs: Object.fromEntries(members.map((_, index) => [`member${index}`, writeMember(members, index)])),
  },
}));

function writeMember(members: readonly Member[], index: number): JsonObject {
  const own = members[index] as Member;
  const last = index === members.length - 1;
  const next = last ? index : index + 1;
  const properties: JsonObject = {};
  own.places.forEach((place, at) => {
    const target = refer(own.targets[at] ?? '', own, members[next] as Member, `member${next}`);
    properties[place] = own.list ? { items: target, maxItems: 2 } : target;
  });
  return {
    $id: `member${index}`,
    ...own.own,
    properties,
    ...(own.node === 'none' ? {} : { [own.node]: 'node' }),
    ...(own.strict === '' ? {} : { [own.strict]: false }),
    ...(own.extends && !last ? { $ref: `member${next}` } : {}),
    ...(own.leafInPlace ? { allOf: [refer('$dynamicRef #leaf', own, own, '')] } : {}),
    $defs: { leaf: { ...own.leaf, ...(own.leafAnchor === 'none' ? {} : { [own.leafAnchor]: 'leaf' }) } },
  };
}

/** Writes a reference as wished; where the anchor is not there, by a pointer, which always is. */
function refer(wish: string, own: Member, next: Member, nextName: string): JsonObject {
  const [keyword = '', place = ''] = wish.split(' ');
  if (place === '#node') return { [keyword]: own.node === 'none' ? '#' : '#node' };
  if (place === '#leaf') return { [keyword]: own.leafAnchor === 'none' ? '#/$defs/leaf' : '#leaf' };
  if (place === 'next#leaf') return { [keyword]: `${nextName}#${next.leafAnchor === 'none' ? '/$defs/leaf' : 'leaf'}` };
  return { [keyword]: nextName };
}
