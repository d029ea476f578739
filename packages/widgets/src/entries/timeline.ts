export * from '../elements/timeline/timeline.js';
