import { MotcuaTag } from '../elements/tag/tag.js';
import { defineElement } from './define-element.js';

defineElement('motcua-tag', MotcuaTag);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-tag': MotcuaTag;
  }
}
