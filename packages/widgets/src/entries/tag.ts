export * from '../elements/tag/tag.js';
export * from '../elements/tag/dossier-states.js';
