/**
 * Makes a file name safe to show, to keep and to hand to an officer.
 */
import type { Attachment } from '@motcua/schemas';

const EXTENSIONS: Readonly<Record<Attachment['mediaType'], readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
};
const MAX_LENGTH = 255;
/** Names that Windows keeps for devices, whatever ending they have. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** What file systems of officers do not take. */
const NOT_IN_NAMES = /[<>:"|?*]/g;

/**
 * Normalises to NFC, keeps the last path segment, drops control and format characters (bidi overrides among them), and gives the extension of
 * the content: `hồ sơ<RLO>fdp.exe` that holds a PDF becomes `hồ sơfdp.exe.pdf`. What Windows cannot save is changed: `CON.pdf` becomes `_CON.pdf`.
 */
export function cleanFileName(name: string, mediaType: Attachment['mediaType']): string {
  const segment =
    name
      .replace(/\p{Cs}/gu, '')
      .normalize('NFC')
      .split(/[/\\]/)
      .pop() ?? '';
  const plain = segment
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, '')
    .replace(NOT_IN_NAMES, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(RESERVED, '_$&');
  const extensions = EXTENSIONS[mediaType];
  const lower = plain.toLowerCase();
  const fitting = extensions.find((extension) => lower.endsWith(extension) && lower.length > extension.length);
  const stem = fitting ? plain.slice(0, -fitting.length) : plain;
  const extension = fitting ? plain.slice(-fitting.length) : extensions[0];
  return cut(stem === '' ? 'giấy tờ' : stem, MAX_LENGTH - extension.length) + extension;
}

/** Cuts to UTF-16 units without splitting a character. */
function cut(text: string, units: number): string {
  if (text.length <= units) return text;
  const short = text.slice(0, units);
  return /\p{Cs}$/u.test(short) ? short.slice(0, -1) : short;
}
