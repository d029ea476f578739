/** What a control is: the visual half of a field. Chosen once for each node, by rank or by the name that form.json gives. */
import type { TemplateResult } from 'lit';
import type { Field, FieldState, JsonValue, PlanNode } from '@motcua/form-engine/runtime';
import type { CatalogDirectory } from '../form/catalog-directory.js';
import type { FieldTexts, ProcedureTexts } from '../form/procedure-texts.js';
import type { Watched } from '../controllers/readable-controller.js';
import type { FlowTexts } from '../flows/flow-texts.js';
import type { Paper } from '../flows/submission/papers.js';

/** What is around a field: words, catalogues, papers. */
export interface FieldSurroundings {
  words: FlowTexts;
  texts: ProcedureTexts;
  catalogs: CatalogDirectory;
  papers: PaperActions;
}

/** What a file field may ask for. */
export interface PaperActions {
  /** Counts up whenever a file's state changed. */
  version: Watched<number>;
  of(pointer: string): readonly Paper[];
  add(pointer: string, files: readonly File[]): void;
  remove(pointer: string, fileId: string): void;
  retry(pointer: string, fileId: string): void;
  offer(pointer: string, fileId: string, file: File): void;
  /** Awaited before a camera or file dialog opens. */
  saveNow(): Promise<void>;
}

/** Everything a control needs to draw one field. */
export interface ControlView {
  field: Field;
  node: PlanNode;
  state: FieldState;
  texts: FieldTexts;
  around: FieldSurroundings;
  /** The error to show, in words; empty while it is not time. */
  error: string;
  warning: string;
  /** What the agency asks here, in words; empty unless a supplement is being given. */
  request: string;
  provenance: string;
  /** Keeps what was typed. */
  input(value: JsonValue): void;
  /** Sets a value that needs no parsing. */
  choose(value: JsonValue | undefined): void;
}

export interface ControlDefinition {
  /** Also the name to give in form.json. */
  name: string;
  /** How well it suits a node; false where it does not. */
  rank(node: PlanNode): number | false;
  render(view: ControlView): TemplateResult;
}

/** Ranks a control for the kinds it was made for. */
export function forKinds(...kinds: readonly string[]): (node: PlanNode) => number | false {
  return ({ kind }) => (kinds.includes(kind) ? 10 : false);
}
