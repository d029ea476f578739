/** A paper: its files on the way, done or refused, and the ways to give more. */
import { html } from 'lit';
import type { MotcuaBeforePickEvent, MotcuaFileActionEvent, MotcuaFilesEvent } from '../base/events.js';
import type { FileRow, FileState } from '../elements/file-field/file-row.js';
import type { Paper } from '../flows/submission/papers.js';
import { uploadSentence } from '../flows/upload-sentence.js';
import type { FlowTexts } from '../flows/flow-texts.js';
import { type ControlDefinition, type ControlView, forKinds } from './control.js';
import { fieldFrame } from './field-frame.js';

export const filesControl: ControlDefinition = {
  name: 'files',
  rank: forKinds('attachments'),
  render: (view) => {
    const { node, around } = view;
    const files = around.papers.of(node.pointer);
    return html`<motcua-file-field
      ${fieldFrame(view, files.some(isOpen) ? { error: '' } : {})}
      .accept=${'image/jpeg,image/png,image/webp,application/pdf'}
      .multiple=${true}
      .rows=${files.map((paper) => rowOf(paper, around.words))}
      @motcua-before-pick=${(event: MotcuaBeforePickEvent) => {
        event.stopPropagation();
        event.waitUntil(around.papers.saveNow());
      }}
      @motcua-files=${(event: MotcuaFilesEvent) => take(view, event)}
      @motcua-file-action=${(event: MotcuaFileActionEvent) => act(view, event)}
    ></motcua-file-field>`;
  },
};

/** On its way, or waiting for the citizen: the row says what to do, the field need not. */
function isOpen({ state }: Paper): boolean {
  return state.phase !== 'done' && state.phase !== 'cancelled';
}

function rowOf({ fileId, state, preview }: Paper, words: FlowTexts): FileRow {
  return {
    id: fileId,
    name: state.name,
    size: state.totalBytes,
    state: rowState(state, words),
    ...(preview ? { preview } : {}),
  };
}

function rowState(state: Paper['state'], words: FlowTexts): FileState {
  const left = state.secondsLeft === undefined ? {} : { secondsLeft: state.secondsLeft };
  switch (state.phase) {
    case 'done':
      return { kind: 'done' };
    case 'hashing':
    case 'checking':
      return { kind: 'checking' };
    case 'waiting':
      return { kind: 'waiting', sent: state.sentBytes };
    case 'needs-file':
      return {
        kind: 'refused',
        cure: 'choose',
        message: uploadSentence(state.problem?.code ?? 'upload.needs-file', state, words),
      };
    case 'refused':
      return {
        kind: 'refused',
        cure: 'choose',
        message: uploadSentence(state.problem?.code ?? 'upload.type', state, words),
      };
    case 'failed':
      return {
        kind: 'refused',
        cure: 'retry',
        message: uploadSentence(state.problem?.code ?? 'upload.failed', state, words),
      };
    default:
      return { kind: 'uploading', sent: state.sentBytes, ...left };
  }
}

function take({ node, around }: ControlView, event: MotcuaFilesEvent): void {
  event.stopPropagation();
  const [first] = event.files;
  const replaced = around.papers.of(node.pointer).find(({ fileId }) => fileId === event.replaces);
  if (replaced?.state.phase === 'needs-file' && first) {
    around.papers.offer(node.pointer, replaced.fileId, first);
    return;
  }
  if (replaced) around.papers.remove(node.pointer, replaced.fileId);
  around.papers.add(node.pointer, event.files);
}

function act({ node, around }: ControlView, event: MotcuaFileActionEvent): void {
  event.stopPropagation();
  if (event.action === 'retry') around.papers.retry(node.pointer, event.rowId);
  else around.papers.remove(node.pointer, event.rowId);
}
