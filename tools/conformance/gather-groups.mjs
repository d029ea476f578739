/** The groups that every place has to judge alike: our own cases, schemas full of addresses, and the public suite where it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { readDocuments, readSuite } from './read-suite.mjs';

const CASES = 'schemas/conformance/validation';

/** Six kinds of address; `{origin}` stands for the page's own. */
const ADDRESSES = [
  'https://other.example/a.json',
  'http://other.example/a.json',
  '//other.example/a.json',
  '{origin}/a.json',
  'file:///etc/passwd',
  'data:application/json,true',
];

/** @returns {{ groups: object[], sets: object }} */
export function gatherGroups(folder) {
  const suite = folder === undefined ? [] : readSuite(folder);
  return {
    groups: [
      ...readdirSync(CASES)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .flatMap((name) => JSON.parse(readFileSync(`${CASES}/${name}`, 'utf8')).groups),
      ...suite.flatMap(({ groups, formatAssertion }) =>
        groups.map(({ schema, tests }) => ({ schema, tests, schemas: 'suite', options: { formatAssertion } })),
      ),
    ],
    sets: folder === undefined ? {} : { suite: readDocuments(folder) },
  };
}

/** Schemas that name each kind of address at each place where one may stand. */
export function addressGroups(origin) {
  return ADDRESSES.map((address) => address.replace('{origin}', origin)).flatMap((address) =>
    [
      { $schema: address },
      { $id: address, $ref: 'b.json' },
      { $ref: address },
      { items: { $dynamicRef: `${address}#x` } },
      { $vocabulary: { [address]: true }, $comment: address, default: address, format: 'uri' },
    ].map((schema) => ({ schema, tests: [{ data: [address] }, { data: address }] })),
  );
}
