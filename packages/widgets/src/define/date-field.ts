import { MotcuaDateField } from '../elements/date-field/date-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-date-field', MotcuaDateField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-date-field': MotcuaDateField;
  }
}
