import { MotcuaPartialDateField } from '../elements/partial-date-field/partial-date-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-partial-date-field', MotcuaPartialDateField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-partial-date-field': MotcuaPartialDateField;
  }
}
