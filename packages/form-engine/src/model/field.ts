/**
 * One field as a control sees it.
 */
import { normalizeInput } from '../kinds/intake.js';
import type { JsonValue } from '../plan/plan.js';
import type { Answers } from './answers.js';
import type { FieldStore } from './field-store.js';
import type { Field, Provenance } from './form.js';
import type { OpenPlaces } from './open-places.js';
import { contestPrefill } from './prefill.js';
import type { LiveNode } from './live-node.js';

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
    get pointer() {
      return node.pointer;
    },
    node: node.planned,
    state: store.readable(node),
    setInput(input) {
      change(() => {
        if (node.isGone || store.isLocked(node)) return;
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
        if (node.isGone) return;
        if (store.isLocked(node) && (provenance === undefined || store.isHeld(node))) return;
        const isNull = value === null && node.planned.nullable === true;
        const isEmpty = value === undefined || (!isNull && node.fieldKind?.isEmpty(value) === true);
        const kept = isEmpty ? undefined : normalizeInput(value);
        const shared = answers.twinOf(node);
        store.choose(node, kept === undefined ? undefined : provenance);
        if (shared !== undefined) store.follow(shared);
        answers.write(node, admit(kept));
      });
    },
    touch() {
      change(() => store.leave(node));
    },
    contest(isWrong = true) {
      change(() => {
        const contested = contestPrefill(node.planned, store.provenance(node), answers.kept(node), isWrong);
        if (contested === undefined || node.isGone) return;
        store.choose(node, contested.provenance);
        answers.write(node, contested.value);
      });
    },
  };
}
