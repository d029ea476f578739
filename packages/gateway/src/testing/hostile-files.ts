/**
 * Makes the files that no desk should have to open, from the parts that the cases name.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Attachment } from '@motcua/schemas';
import { locateSchemas } from '../adapters/procedures/disk-procedures.js';
import { SAMPLE_PAPERS } from './sample-papers.js';
import { writeSamplePdf } from './write-pdf.js';

type MediaType = Attachment['mediaType'];

export type FilePart =
  | { latin1: string }
  | { hex: string }
  | { zeros: number }
  | { deflated: FilePart }
  | { paper: MediaType; from?: number; to?: number; patch?: readonly { at: number; hex: string }[] }
  | { pdf: readonly PdfObject[]; trailer?: string };

/** The source of an object, or a stream with the dictionary around it. */
type PdfObject = string | (FilePart & { dictionary: string });

export interface HostileFile {
  name: string;
  what: string;
  fileName: string;
  parts: readonly FilePart[];
  /** Bytes announced; default: those of the file. */
  announced?: number;
  /** Media type announced. */
  announcedType?: string;
  /** Said in place of the true one. */
  sha256?: string;
  expect: { accepted: MediaType; name: string; scanned?: string } | { refused: string; at?: 'bytes' };
  why: string;
}

export async function listHostileFiles(): Promise<HostileFile[]> {
  const file = join(locateSchemas(), 'conformance', 'hostile-files', 'cases.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { cases: HostileFile[] }).cases;
}

export function makeHostileFile({ parts }: Pick<HostileFile, 'parts'>): Buffer {
  return Buffer.concat(parts.map(makePart));
}

function makePart(part: FilePart): Buffer {
  if ('latin1' in part) return Buffer.from(part.latin1, 'latin1');
  if ('hex' in part) return Buffer.from(part.hex, 'hex');
  if ('zeros' in part) return Buffer.alloc(part.zeros);
  if ('deflated' in part) return deflateSync(makePart(part.deflated));
  if ('pdf' in part) return writeSamplePdf(part.pdf.map(makeObject), part.trailer);
  const bytes = Buffer.from(SAMPLE_PAPERS[part.paper]);
  for (const { at, hex } of part.patch ?? []) bytes.set(Buffer.from(hex, 'hex'), at);
  return bytes.subarray(part.from ?? 0, part.to);
}

function makeObject(object: PdfObject): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1');
  const bytes = makePart(object);
  const head = `<< ${object.dictionary} /Length ${bytes.byteLength} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')]);
}
