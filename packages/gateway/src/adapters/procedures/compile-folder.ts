/**
 * Compiles one procedure folder to its plan.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileProcedure, type FormDocument, type JsonSchema, type JsonValue, type Plan } from '@motcua/form-engine';
import type { ProcedureRecord } from '@motcua/schemas';
import { CALENDAR_CATALOG } from '../../domain/time/working-calendar.js';
import type { Catalog } from '../../ports/procedure-repository.js';

/** A procedure folder that cannot be served. The gateway does not start with it: half a catalogue of procedures would pass unnoticed. */
export class ProcedureRefusedError extends Error {
  override readonly name = 'ProcedureRefusedError';
  readonly code = 'procedure.refused';

  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super(`The procedure in ${folder} cannot be served: ${reason}`, options);
  }
}

/** @throws ProcedureRefusedError */
export async function compileFolder(
  folder: string,
  schemasFolder: string,
  catalogs: readonly Catalog[],
  patterns: 'refuse' | 'defer' = 'refuse',
): Promise<Plan> {
  const record = (await readJson(join(folder, 'procedure.json'))) as ProcedureRecord;
  const versions = chooseVersions(folder, record, catalogs);
  const source = {
    record,
    data: (await readJson(join(folder, 'data.schema.json'))) as JsonSchema,
    form: (await readJson(join(folder, 'form.json'))) as FormDocument,
    definitions: await readDefinitions(join(schemasFolder, 'definitions')),
    catalogVersions: versions,
    catalogs: readCalendar(versions, catalogs),
  };
  try {
    const plan = compileProcedure(source, { patterns });
    const fault = plan.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
    if (fault) throw new Error(`${fault.code} at ${fault.pointer}: ${fault.message}`);
    return plan;
  } catch (error) {
    throw new ProcedureRefusedError(folder, error instanceof Error ? error.message : 'it does not compile.', {
      cause: error,
    });
  }
}

/** The newest version of each catalogue that the record names; versions sort as text. */
function chooseVersions(folder: string, record: ProcedureRecord, catalogs: readonly Catalog[]): Record<string, string> {
  return Object.fromEntries(
    (record.catalogs ?? []).map((name) => {
      const newest = catalogs
        .filter((catalog) => catalog.name === name)
        .map((catalog) => catalog.version)
        .sort()
        .pop();
      if (newest === undefined) throw new ProcedureRefusedError(folder, `there is no catalogue ${name}.`);
      return [name, newest];
    }),
  );
}

/** The catalogue into which rules look while a procedure is compiled: the days that are worked. */
function readCalendar(
  versions: Readonly<Record<string, string>>,
  catalogs: readonly Catalog[],
): Record<string, JsonValue> {
  const calendar = catalogs.find(
    ({ name, version }) => name === CALENDAR_CATALOG && versions[CALENDAR_CATALOG] === version,
  );
  return calendar === undefined ? {} : { [CALENDAR_CATALOG]: JSON.parse(calendar.text) as JsonValue };
}

async function readDefinitions(folder: string): Promise<Record<string, JsonSchema>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.schema.json')).sort();
  const entries = await Promise.all(
    files.map(
      async (file) => [file.replace('.schema.json', ''), (await readJson(join(folder, file))) as JsonSchema] as const,
    ),
  );
  return Object.fromEntries(entries);
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
