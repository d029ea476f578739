import { MotcuaTextareaField } from '../elements/textarea-field/textarea-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-textarea-field', MotcuaTextareaField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-textarea-field': MotcuaTextareaField;
  }
}
