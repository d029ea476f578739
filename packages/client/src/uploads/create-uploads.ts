import { isDraftError } from '../errors/client-error.js';
import { runUpload, type UploadTools } from './run-upload.js';
import type { Uploads } from './upload.js';

export function createUploads(tools: UploadTools): Uploads {
  return {
    start({ file, draftId, fileId, uploadKey, pointer }) {
      const meta = { name: file.name.normalize('NFC'), type: file.type, lastModified: file.lastModified, pointer };
      return runUpload({ draftId, fileId, uploadKey, meta, size: file.size, blob: file, kept: false }, tools);
    },
    async resume({ draftId, fileId, uploadKey }) {
      const known = await tools.files.describe(draftId, fileId);
      if (!known) return undefined;
      const { size, kept, ...meta } = known;
      const blob = await tools.files.get(draftId, fileId).catch((error: unknown) => {
        // Bytes that do not open are as good as none: ask for the file again.
        if (isDraftError(error)) return undefined;
        throw error;
      });
      return runUpload({ draftId, fileId, uploadKey, meta, size, blob, kept: kept && blob !== undefined }, tools);
    },
  };
}
