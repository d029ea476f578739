export * from '../elements/live-region/live-region.js';
