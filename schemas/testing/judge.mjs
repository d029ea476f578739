/** ajv as an independent judge of the schemas, for tests: strict draft 2020-12, every definition and meta-schema known by its path. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';

export const schemasFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const base = 'https://schemas.invalid/';

export function readJson(path) {
  return JSON.parse(readFileSync(join(schemasFolder, path), 'utf8'));
}

/** Paths below a folder of `schemas/`, relative to `schemas/`, of files whose names end as asked. */
export function listFiles(folder, ending) {
  return readdirSync(join(schemasFolder, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) =>
      relative(schemasFolder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

export function createJudge() {
  // `required` stands in branches apart from `properties`: that is how a condition makes a field required.
  const ajv = new Ajv2020.default({ strict: true, strictRequired: false, allErrors: true, keywords: ['tsType'] });
  addFormats.default(ajv);
  for (const path of [
    ...listFiles('definitions', '.schema.json'),
    ...listFiles('meta', '.schema.json'),
    ...listFiles('api', '.schema.json'),
  ]) {
    ajv.addSchema({ ...readJson(path), $id: base + path });
  }
  return {
    /** The validator of one schema file; compiling it is itself a check of every reference. */
    validatorOf(path) {
      const known = ajv.getSchema(base + path);
      return known ?? ajv.compile({ ...readJson(path), $id: base + path });
    },
  };
}

/** What ajv found, in the words of the issues: place and code. `if` only repeats what its branch says. */
export function issuesOf(errors) {
  return (errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ keyword, instancePath, params }) => {
      if (keyword === 'false schema') return { pointer: instancePath, code: 'submission.not-applicable' };
      if (keyword === 'format') return { pointer: instancePath, code: `format.${params.format}` };
      const property = params.missingProperty ?? params.additionalProperty;
      return {
        pointer: property === undefined ? instancePath : `${instancePath}/${property}`,
        code: `keyword.${keyword}`,
      };
    });
}
