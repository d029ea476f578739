import { FURTHER_KINDS } from '../kinds/further/index.js';
import { KINDS } from '../kinds/index.js';
import { tokensOf } from '../data/pointer.js';
import type { Located } from '../vocabulary/schema-documents.js';
import { suitsKind } from './suits-kind.js';

const KIND_NAMES: ReadonlySet<string> = new Set([...KINDS, ...FURTHER_KINDS].map(({ name }) => name));

/**
 * What a definition is called in the document of the form. The name of a kind is kept where the schema suits that kind, since a field
 * takes its kind from the definition that it refers to; anywhere else it is a name like others.
 */
export function nameDefinition({ document: file, pointer, schema }: Located, judged: boolean): string {
  const written = tokensOf(pointer).at(-1) ?? file.replace(/^.*\//u, '').replace(/(\.schema)?\.json.*$/u, '');
  const name = written === '' ? 'whole' : written;
  if (judged) return `${name}-judged`;
  return KIND_NAMES.has(name) && !suitsKind(name, schema) ? `${name}-of-schema` : name;
}
