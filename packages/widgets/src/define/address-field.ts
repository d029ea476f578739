import { MotcuaAddressField } from '../elements/address-field/address-field.js';
import { defineElement } from './define-element.js';
import './button.js';
import './choice-field.js';
import './combobox-field.js';
import './notice.js';
import './select-field.js';
import './text-field.js';
import './textarea-field.js';

defineElement('motcua-address-field', MotcuaAddressField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-address-field': MotcuaAddressField;
  }
}
