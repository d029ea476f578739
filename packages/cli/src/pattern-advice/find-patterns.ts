import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import type { JsonValue } from '@motcua/form-engine';

/** A pattern and where it stands. */
export interface PatternPlace {
  pattern: string;
  /** Relative to the procedure's folder. */
  file: string;
  /** The keyword's value, or for `patternProperties` the member that the pattern names. */
  pointer: string;
}

const DATA_NOT_SCHEMA = new Set(['const', 'enum', 'default', 'examples']);
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/** Every pattern of a procedure's data schema and of the files it refers to, in the order in which they are met. */
export function findPatterns(folder: string): readonly PatternPlace[] {
  const places: PatternPlace[] = [];
  const files = ['data.schema.json'];
  for (const file of files) {
    if (!existsSync(join(folder, file))) continue;
    walkSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonValue, file, '');
  }
  return places;

  function walkSchema(schema: JsonValue | undefined, file: string, pointer: string): void {
    if (Array.isArray(schema)) schema.forEach((member, at) => walkSchema(member, file, `${pointer}/${at}`));
    if (!isObject(schema)) return;
    for (const [name, member] of Object.entries(schema)) {
      const below = `${pointer}/${escape(name)}`;
      if (name === 'pattern' && typeof member === 'string') places.push({ pattern: member, file, pointer: below });
      else if (name === '$ref' && typeof member === 'string') follow(member, file);
      else if (MAPS.has(name) && isObject(member)) walkMap(name, member, file, below);
      else if (!DATA_NOT_SCHEMA.has(name)) walkSchema(member, file, below);
    }
  }

  function walkMap(keyword: string, map: Record<string, JsonValue>, file: string, pointer: string): void {
    for (const [name, member] of Object.entries(map)) {
      const below = `${pointer}/${escape(name)}`;
      if (keyword === 'patternProperties') places.push({ pattern: name, file, pointer: below });
      walkSchema(member, file, below);
    }
  }

  function follow(reference: string, from: string): void {
    const [path = ''] = reference.split('#');
    const file = join(from, '..', path);
    if (path.endsWith('.json') && !path.includes(':') && !files.includes(file)) files.push(file);
  }
}

function isObject(value: JsonValue | undefined): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
