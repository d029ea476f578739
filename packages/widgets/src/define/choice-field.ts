import { MotcuaChoiceField } from '../elements/choice-field/choice-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-choice-field', MotcuaChoiceField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-choice-field': MotcuaChoiceField;
  }
}
