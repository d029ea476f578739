/** Why a file was not taken and what to do, in words. */
import type { UploadState } from '@motcua/client';
import { formatSize } from '../text/format-amount.js';
import { flowsVi, type FlowTextKey } from '../text/flows.vi.js';
import type { FlowTexts } from './flow-texts.js';

export function uploadSentence(code: string, { name, problem }: UploadState, words: FlowTexts): string {
  const key = `file.${code}`;
  const limit = problem?.params?.['limit'];
  const params = { name, limit: typeof limit === 'number' ? formatSize(limit, words.locale) : words.t('file.limit') };
  return words.t(Object.hasOwn(flowsVi, key) ? (key as FlowTextKey) : 'file.upload.failed', params);
}
