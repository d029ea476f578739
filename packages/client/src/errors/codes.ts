/** The registry of codes that this package itself raises. Codes of the gateway pass through `ProblemError` unchanged. */
export const CLIENT_ERROR_CODES = {
  'transport.offline': 'Nothing came back: no network, a refused connection, or a cross-origin rule.',
  'transport.timeout': 'The gateway did not answer within the time limit.',
  'transport.aborted': 'The caller ended the request through its AbortSignal.',
  'transport.not-the-gateway': 'Something else answered, as the sign-in page of a public Wi-Fi.',
  'storage.unavailable': 'IndexedDB or Web Crypto is missing or failed.',
  'storage.blocked': 'The browser or the person bars storage here, or it never opened.',
  'storage.insecure-context': 'The page is not served over https, so the browser withholds encryption.',
  'storage.chosen': 'The host asked for memory only.',
  'storage.quota': 'The device has no room left for this site.',
  'draft.not-found': 'The draft was removed or has expired.',
  'draft.unreadable': 'The record is there but does not open: altered, or sealed with a key that is gone.',
  'draft.taken-over': 'Another tab edits this draft now.',
  'upload.file-changed': 'The file on disk changed or went away while it was being sent.',
  'upload.other-file': 'The file offered is not the one whose upload was begun.',
  'upload.expired': 'The gateway no longer has the half-sent file, again and again.',
  'upload.version': 'The gateway speaks another version of the upload protocol.',
  'upload.empty': 'The file has no bytes.',
  'upload.too-large': 'The gateway takes no file of this size.',
  'code.malformed': 'A dossier code or look-up secret that cannot be one.',
  'client.unknown-locale': 'The procedure has no texts in this language.',
  'client.unknown-catalog': 'The procedure names no such catalogue.',
  'client.invalid-slug': 'A slug that is not `<sector>/<name>`.',
} as const;

export type ClientErrorCode = keyof typeof CLIENT_ERROR_CODES;
