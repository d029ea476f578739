export * from '../elements/review-list/review-list.js';
