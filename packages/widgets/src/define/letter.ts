import { MotcuaLetter } from '../elements/letter/letter.js';
import { defineElement } from './define-element.js';

defineElement('motcua-letter', MotcuaLetter);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-letter': MotcuaLetter;
  }
}
