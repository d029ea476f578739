/**
 * The smallest files that are whole, one of each kind that a paper may be.
 */
import type { Attachment } from '@motcua/schemas';
import { writeSamplePdf } from './write-pdf.js';

const PNG_DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const WEBP_DOT = 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA';
const JPEG_DOT =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

/** By media type. */
export const SAMPLE_PAPERS: Readonly<Record<Attachment['mediaType'], Uint8Array>> = {
  'application/pdf': writeSamplePdf(),
  'image/jpeg': Buffer.concat([Buffer.from(JPEG_DOT, 'base64'), Buffer.from([0xff, 0xd9])]),
  'image/png': Buffer.from(PNG_DOT, 'base64'),
  'image/webp': Buffer.from(WEBP_DOT, 'base64'),
};
