/** The files that a signed paper speaks of, and which of them another file was made from. */
import { isObject } from './json-text.js';
import type { JsonObject, JsonValue } from '@motcua/form-engine/runtime';
import type { Difference } from './compare-values.js';

export interface SignedFile {
  /** Of the file in the signed content. */
  pointer: string;
  name: string;
  size: number;
  sha256: string;
}

/** What was opened, as a signed paper would say it. */
export type FoundFile = Omit<SignedFile, 'pointer'>;

export function listSignedFiles({ files }: JsonObject): SignedFile[] {
  if (!Array.isArray(files)) return [];
  return files.flatMap((file, index) => (isFile(file) ? [{ ...file, pointer: `/files/${index}` }] : []));
}

/** The file that this one says it is: by its name, else the only one there is; nothing when that cannot be told. */
export function findNamesake(files: readonly SignedFile[], found: FoundFile): SignedFile | undefined {
  const name = found.name.normalize('NFC');
  return files.find((file) => file.name.normalize('NFC') === name) ?? (files.length === 1 ? files[0] : undefined);
}

/** In what a file is not the one that was signed. */
export function compareFiles(signed: SignedFile, found: FoundFile): Difference[] {
  return (['size', 'sha256'] as const).flatMap((name) =>
    signed[name] === found[name]
      ? []
      : [{ pointer: `${signed.pointer}/${name}`, signed: signed[name], found: found[name] }],
  );
}

function isFile(value: JsonValue): value is JsonObject & FoundFile {
  if (!isObject(value)) return false;
  const { name, size, sha256 } = value;
  return typeof name === 'string' && typeof size === 'number' && typeof sha256 === 'string';
}
