/**
 * Fills a form in as a person might who knows nothing of it: every field that shows gets an answer of its kind, every list a row or two.
 */
import { isObject } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import type { Form } from '../model/form.js';
import type { JsonValue, PlanNode, Pointer } from '../plan/plan.js';

/** Chooses: a whole number from 0 to below `most`. */
export type Choose = (most: number) => number;

/** What may be typed into fields of a kind; a field of no such kind is left alone. */
const TYPED: Readonly<Record<string, readonly JsonValue[]>> = {
  text: ['An', 'a', 'Trần Thị Bình', '2026-11-24', 'https://vi.example/a', ''],
  'long-text': ['Một dòng', 'Hai\ndòng', ''],
  integer: ['3', '0', '-7', '100', ''],
  number: ['1,5', '0', '42', ''],
  date: [
    { day: '24', month: '11', year: '2026' },
    { day: '1', month: '2', year: '2020' },
  ],
  email: ['an@example.vn', ''],
  json: [],
};
/** Levels that are filled in. */
const DEEPEST = 5;

/** Fills in everything that shows. */
export function fillIn(form: Form, choose: Choose): void {
  fillPlace(form.plan.root, '', 0);

  function fillPlace(node: PlanNode, pointer: Pointer, depth: number): void {
    if (depth > DEEPEST || node.sameAs !== undefined) return;
    for (const child of node.children ?? [])
      fillPlace(child, join(pointer, tokensOf(child.pointer).at(-1) ?? ''), depth + 1);
    const row = node.items ?? node.entries;
    if (row !== undefined && pointer !== '') fillRows(row, pointer, depth);
    else if (node.children === undefined) fillField(node, pointer);
  }

  function fillRows(row: PlanNode, pointer: Pointer, depth: number): void {
    const list = form.list(pointer);
    for (let count = choose(3); count > 0; count -= 1) list.append();
    for (const key of list.state.get().keys) {
      const place = list.pointerOf(key);
      if (place !== undefined) fillPlace(row, place, depth + 1);
    }
  }

  function fillField(node: PlanNode, pointer: Pointer): void {
    const field = form.field(pointer);
    const { visible, readOnly, allowed } = field.state.get();
    if (!visible || readOnly) return;
    const values = allowed ?? node.options?.values;
    if (node.kind === 'boolean') field.setValue(choose(2) === 1);
    else if (values !== undefined && values.length > 0) choosePart(values);
    else {
      const inputs = TYPED[node.kind] ?? [];
      const input = inputs[choose(Math.max(1, inputs.length))];
      if (input !== undefined) field.setInput(isObject(input) ? { ...input } : input);
    }

    function choosePart(among: readonly JsonValue[]): void {
      const value = among[choose(among.length)];
      if (value !== undefined) field.setValue(node.kind === 'multiple-choice' ? [value] : value);
    }
  }
}
