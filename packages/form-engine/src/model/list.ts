/**
 * One list or map as a control sees it.
 */
import { normalizeInput } from '../kinds/intake.js';
import type { JsonValue } from '../plan/plan.js';
import type { Answers } from './answers.js';
import type { FieldStore } from './field-store.js';
import type { ListField, RowKey } from './form.js';
import type { LiveNode } from './live-node.js';
import type { OpenPlaces } from './open-places.js';

/** Makes the list of a node with rows; `change` runs an act and tells everybody whom it concerns. */
export function createList(
  list: LiveNode,
  answers: Answers,
  store: FieldStore,
  change: (act: () => void) => void,
  places: OpenPlaces | undefined,
): ListField {
  const state = store.readableList(list);
  const rowOf = (key: RowKey): LiveNode | undefined => list.rows?.find((row) => row.key === key);
  const mayChange = (): boolean => {
    const { visible, enabled, readOnly } = state.get();
    return visible && enabled && !readOnly;
  };

  const bringIn = (index: number, row: LiveNode): void => {
    change(() => {
      store.alterList(list);
      answers.insertRow(list, index, row);
    });
  };

  const insert = (index: number, value?: JsonValue, asked?: string): RowKey | undefined => {
    if (!state.get().canAppend) return undefined;
    const name = list.shape.container === 'entries' ? freeName(list, asked) : '';
    if (name === undefined) return undefined;
    const row = answers.makeRow(list, value === undefined ? undefined : normalizeInput(value), name);
    bringIn(index, row);
    return row.key;
  };

  return {
    get pointer() {
      return list.pointer;
    },
    node: list.planned,
    state,
    append: (value, name) => insert(list.rows?.length ?? 0, value, name),
    insert,
    move(key, toIndex) {
      const row = rowOf(key);
      if (row === undefined || !mayChange()) return;
      change(() => {
        store.alterList(list);
        answers.moveRow(row, toIndex);
      });
    },
    remove(key) {
      const row = rowOf(key);
      if (row === undefined || !(mayChange() || places?.mayLeave(row) === true)) return () => undefined;
      const at = list.rows?.indexOf(row) ?? 0;
      change(() => {
        store.alterList(list);
        answers.removeRow(row);
        store.forget(row);
      });
      return () => {
        if (!row.isGone || list.isGone || (row.name !== '' && freeName(list, row.name) === undefined)) return;
        bringIn(at, row);
      };
    },
    rename(key, name) {
      const row = rowOf(key);
      if (row === undefined || !mayChange()) return false;
      if (row.name === name) return true;
      if (freeName(list, name) === undefined) return false;
      change(() => {
        store.alterList(list);
        answers.renameRow(row, name);
      });
      return true;
    },
    pointerOf: (key) => rowOf(key)?.pointer,
    touch() {
      change(() => store.leave(list));
    },
  };
}

/** The name asked for, where no entry has it and the schema takes it; without one, a number that is free. */
function freeName({ rows = [], shape }: LiveNode, asked: string | undefined): string | undefined {
  const isFree = (name: string): boolean => shape.byName?.has(name) !== true && rows.every((row) => row.name !== name);
  if (asked !== undefined) return isFree(asked) ? asked : undefined;
  let count = rows.length + 1;
  while (!isFree(String(count))) count += 1;
  return String(count);
}
