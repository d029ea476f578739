import { MotcuaRegister } from '../elements/register/register.js';
import { defineElement } from './define-element.js';

defineElement('motcua-register', MotcuaRegister);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-register': MotcuaRegister;
  }
}
