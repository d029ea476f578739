import { MotcuaButton } from '../elements/button/button.js';
import { defineElement } from './define-element.js';

defineElement('motcua-button', MotcuaButton);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-button': MotcuaButton;
  }
}
