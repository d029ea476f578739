/** Bytes of an upload that lie in the folder so far. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** @param path of the upload's address */
export function measureUpload(folder: string, path: string): Promise<number> {
  return stat(join(folder, basename(path))).then(
    ({ size }) => size,
    () => 0,
  );
}
