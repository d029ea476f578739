/** A letter as the file that the verify page takes: what is signed, beside its signature. */
import type { Letter } from '@motcua/schemas';

export function makeSignedLetter(letter: Letter): Blob {
  const { jws, officer: _, ...document } = letter as Letter & { jws?: string; officer?: string };
  return new Blob([JSON.stringify({ document, jws }, null, 2)], { type: 'application/json' });
}
