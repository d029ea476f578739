/**
 * One field as a control sees it.
 */
import { normalizeInput } from '../kinds/intake.js';
import type { JsonValue } from '../plan/plan.js';
import type { Answers } from './answers.js';
import type { FieldStore } from './field-store.js';
import type { Field, Provenance } from './form.js';
import type { OpenPlaces } from './open-places.js';
import type { LiveNode } from './plan-index.js';

/** Makes the field of a leaf; `change` runs an act and tells everybody whom it concerns. */
export function createField(
  node: LiveNode,
  answers: Answers,
  store: FieldStore,
  change: (act: () => void) => void,
  places: OpenPlaces | undefined,
): Field {
  const admit = (value: JsonValue | undefined): JsonValue | undefined =>
    places === undefined ? value : places.admit(node, value);
  return {
    pointer: node.pointer,
    node: node.planned,
    state: store.readable(node),
    setInput(input) {
      change(() => {
        if (store.isLocked(node)) return;
        const normal = normalizeInput(input);
        const parsed = node.fieldKind?.parse(normal, node.planned) ?? { value: normal };
        const shared = answers.twinOf(node);
        const fault = 'fault' in parsed ? parsed.fault : undefined;
        store.type(node, normal, fault);
        if (shared !== undefined && fault !== undefined) store.type(shared, normal, fault);
        else if (shared !== undefined) store.follow(shared);
        answers.write(node, admit('fault' in parsed ? undefined : parsed.value));
      });
    },
    setValue(value: JsonValue | undefined, provenance?: Provenance) {
      change(() => {
        if (store.isLocked(node) && (provenance === undefined || store.isHeld(node))) return;
        const kept = value === undefined || node.fieldKind?.isEmpty(value) === true ? undefined : normalizeInput(value);
        const shared = answers.twinOf(node);
        store.choose(node, provenance);
        if (shared !== undefined) store.follow(shared);
        answers.write(node, admit(kept));
      });
    },
    touch() {
      change(() => store.leave(node));
    },
  };
}
