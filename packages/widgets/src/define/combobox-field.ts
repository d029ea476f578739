import { MotcuaComboboxField } from '../elements/combobox-field/combobox-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-combobox-field', MotcuaComboboxField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-combobox-field': MotcuaComboboxField;
  }
}
