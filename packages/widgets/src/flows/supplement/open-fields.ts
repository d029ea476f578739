/** Which fields of a filed dossier are open now: those asked for, and those that opened with them. */
import type { Form, Pointer } from '@motcua/form-engine/runtime';
import type { Dossier } from '@motcua/schemas';

export interface OpenFields {
  /** By step: fields that were asked for. */
  asked: readonly { step: string; pointers: readonly Pointer[] }[];
  /** Fields that the answers given now need, and fields that became wrong though nobody asked for them. */
  opened: readonly Pointer[];
}

export function listOpenFields(form: Form, dossier: Dossier): OpenFields {
  const named = (dossier.supplementRequest?.items ?? []).flatMap((item) => ('pointer' in item ? [item.pointer] : []));
  const isAsked = (pointer: Pointer): boolean =>
    named.some((one) => one === pointer || one.startsWith(`${pointer}/`) || pointer.startsWith(`${one}/`));
  const steps = form.plan.steps.map(({ id, sections }) => ({
    step: id,
    pointers: sections.flatMap(({ fields }) => fields),
  }));
  return {
    asked: steps
      .map(({ step, pointers }) => ({ step, pointers: pointers.filter(isAsked) }))
      .filter(({ pointers }) => pointers.length > 0),
    opened: steps.flatMap(({ pointers }) => pointers).filter((pointer) => !isAsked(pointer) && isOpened(form, pointer)),
  };
}

function isOpened(form: Form, pointer: Pointer): boolean {
  const { visible, readOnly, readOnlyReason, issues } = form.field(pointer).state.get();
  if (!visible) return false;
  return readOnlyReason === 'not-asked' ? issues.some(({ severity }) => severity === 'error') : !readOnly;
}

/** Why the field is asked for, in the officer's words; empty when it is not. Several items of one list are read one after the other. */
export function reasonAt({ supplementRequest }: Dossier, pointer: Pointer): string {
  return (supplementRequest?.items ?? [])
    .flatMap((item) => {
      const here = 'pointer' in item && (item.pointer === pointer || item.pointer.startsWith(`${pointer}/`));
      return here ? [item.reason] : [];
    })
    .join(' ');
}
