import { MotcuaTextField } from '../elements/text-field/text-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-text-field', MotcuaTextField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-text-field': MotcuaTextField;
  }
}
