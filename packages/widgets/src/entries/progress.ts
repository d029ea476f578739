export * from '../elements/progress/progress.js';
