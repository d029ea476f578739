import { MotcuaSelectField } from '../elements/select-field/select-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-select-field', MotcuaSelectField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-select-field': MotcuaSelectField;
  }
}
