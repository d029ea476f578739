export * from '../elements/dialog/dialog.js';
