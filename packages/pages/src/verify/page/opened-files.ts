/** Tells the signed paper from the files that come with it, when several are dropped at once. */

export interface OpenedFiles {
  paper?: File;
  companions: readonly File[];
}

const PAPER = /\.(json|html?|txt)$/i;

/** @param hasPaper a paper is open already, so that files that cannot be one are held against it */
export function sortFiles(files: readonly File[], hasPaper: boolean): OpenedFiles {
  const paper = files.find(({ name }) => PAPER.test(name)) ?? (hasPaper ? undefined : files[0]);
  if (!paper) return { companions: files };
  return { paper, companions: files.filter((file) => file !== paper) };
}

/** The bytes; nothing when the file cannot be read any more. */
export async function readBytes(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
