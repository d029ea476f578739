import { MotcuaCheckboxField } from '../elements/checkbox-field/checkbox-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-checkbox-field', MotcuaCheckboxField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-checkbox-field': MotcuaCheckboxField;
  }
}
