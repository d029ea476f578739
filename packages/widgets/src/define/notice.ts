import { MotcuaNotice } from '../elements/notice/notice.js';
import { defineElement } from './define-element.js';

defineElement('motcua-notice', MotcuaNotice);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-notice': MotcuaNotice;
  }
}
