/**
 * What a change would do, tried on a copy of the form: the form itself stays as it is.
 */
import { isEqual, readAt } from '../../data/json.js';
import { isWithin } from '../../data/pointer.js';
import type { JsonValue, Pointer } from '../../plan/plan.js';
import type { ChangePreview, Form } from '../form.js';

/**
 * Makes the change in the copy and names every other answer that it voids or alters. Disposes of the copy.
 *
 * @param places places that may hold an answer, in the order of the plan
 */
export function previewChange(
  form: Form,
  copy: Form,
  places: readonly Pointer[],
  pointer: Pointer,
  value: JsonValue | undefined,
): ChangePreview {
  const before = form.toSubmission();
  const wrongBefore = new Set(listWrong(form));
  copy.field(pointer).setValue(value);
  const after = copy.toSubmission();
  const wrongAfter = listWrong(copy).filter((wrong) => !wrongBefore.has(wrong));
  copy.dispose();

  const preview = { stopping: [], changing: [], failing: [] } as {
    -readonly [name in keyof ChangePreview]: ChangePreview[name][number][];
  };
  for (const place of places) {
    if (isWithin(place, pointer)) continue;
    const was = readAt(before, place);
    const is = readAt(after, place);
    if (was === undefined) continue;
    if (is === undefined) preview.stopping.push(place);
    else if (!isEqual(was, is)) preview.changing.push({ pointer: place, before: was, after: is });
    if (is !== undefined && wrongAfter.some((wrong) => isWithin(wrong, place))) preview.failing.push(place);
  }
  return preview;
}

function listWrong(form: Form): Pointer[] {
  return form.issues
    .get()
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer }) => pointer);
}
