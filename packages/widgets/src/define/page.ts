import { MotcuaPage } from '../elements/page/page.js';
import { defineElement } from './define-element.js';

defineElement('motcua-page', MotcuaPage);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-page': MotcuaPage;
  }
}
