import { MotcuaReviewList } from '../elements/review-list/review-list.js';
import { defineElement } from './define-element.js';

defineElement('motcua-review-list', MotcuaReviewList);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-review-list': MotcuaReviewList;
  }
}
