import { MotcuaStatus } from '../flows/status/motcua-status.js';
import { defineElement } from './define-element.js';
import './button.js';
import './dialog.js';
import './due-card.js';
import './facts.js';
import './header.js';
import './live-region.js';
import './notice.js';
import './page.js';
import './review-list.js';
import './tag.js';
import './text-field.js';
import './timeline.js';

defineElement('motcua-status', MotcuaStatus);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-status': MotcuaStatus;
  }
}
