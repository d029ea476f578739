/** The tag beside the name of a paper: the one thing to know about its files. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderIcon, type IconPath } from '../../icons/icon.js';
import { checkIcon, errorIcon, uploadIcon, wifiOffIcon } from '../../icons/paths.js';
import type { Tone } from '../../styles/tones.js';
import type { ElementTextKey } from '../../text/elements.vi.js';
import type { Texts } from '../../text/texts.js';
import type { FileRow, FileState } from './file-row.js';

interface PaperTag {
  readonly key: ElementTextKey;
  readonly tone: Tone;
  readonly icon: IconPath;
}

const tags: readonly [kinds: readonly FileState['kind'][], tag: PaperTag][] = [
  [['refused'], { key: 'file.tag.wrong', tone: 'danger', icon: errorIcon }],
  [['waiting'], { key: 'file.tag.waiting', tone: 'info', icon: wifiOffIcon }],
  [['uploading', 'checking'], { key: 'file.tag.uploading', tone: 'info', icon: uploadIcon }],
  [['done'], { key: 'file.tag.done', tone: 'success', icon: checkIcon }],
];

/** The worst state among the files wins; without files there is a tag only for a wrong paper. */
export function renderPaperTag(
  rows: readonly FileRow[],
  wrong: boolean,
  texts: Texts<ElementTextKey>,
): TemplateResult | typeof nothing {
  const kinds = wrong ? ['refused'] : rows.map(({ state }) => state.kind);
  const tag = tags.find(([among]) => kinds.some((kind) => among.some((one) => one === kind)))?.[1];
  if (tag === undefined) return nothing;
  return html`<span class=${`tag toned tone-${tag.tone}`}
    >${renderIcon(tag.icon, 16)}<span>${texts.t(tag.key)}</span></span
  >`;
}
