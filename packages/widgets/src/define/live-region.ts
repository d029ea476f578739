import { MotcuaLiveRegion } from '../elements/live-region/live-region.js';
import { defineElement } from './define-element.js';

defineElement('motcua-live-region', MotcuaLiveRegion);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-live-region': MotcuaLiveRegion;
  }
}
