/** What every field element is told alike: label, hint, messages, origin, place. Written once, as a directive on the element. */
import { nothing } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';
import type { FieldElement } from '../elements/field/field-element.js';
import type { ControlView } from './control.js';

/** What a control may say differently from its view. */
export type FrameChanges = Partial<Pick<FieldElement, 'error' | 'note' | 'suggestion'>>;

class FieldFrameDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('fieldFrame stands on a field element');
  }

  override render(_view: ControlView, _changes?: FrameChanges): typeof nothing {
    return nothing;
  }

  /** Lit's own setters compare, so a value that did not change draws nothing. */
  override update(part: ElementPart, [view, changes]: [ControlView, FrameChanges?]): typeof nothing {
    const { node, state, texts } = view;
    Object.assign(part.element as FieldElement, {
      label: texts.label,
      hint: texts.hint ?? '',
      error: view.error,
      warning: view.warning,
      request: view.request,
      provenance: view.provenance,
      suggestion: '',
      required: state.required,
      readonly: state.readOnly || !state.enabled,
      pointer: node.pointer,
      width: node.width ?? 'l',
      autocomplete: node.autocomplete ?? '',
      ...changes,
    });
    return nothing;
  }
}

/** On a field element: `<motcua-text-field ${fieldFrame(view)}>`. */
export const fieldFrame = directive(FieldFrameDirective);
