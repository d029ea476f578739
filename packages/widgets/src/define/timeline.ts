import { MotcuaTimeline } from '../elements/timeline/timeline.js';
import { defineElement } from './define-element.js';

defineElement('motcua-timeline', MotcuaTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-timeline': MotcuaTimeline;
  }
}
