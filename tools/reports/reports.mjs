import { SOURCES as CONFORMANCE_SOURCES } from '../conformance/sources.mjs';

/** The generated reports of docs/reference that measure something: what each measured, and the command that writes it anew. */
export const REPORTS = [
  {
    page: 'docs/reference/performance.md',
    sources: [
      'packages/form-engine/src/vocabulary',
      'packages/form-engine/src/data',
      'packages/form-engine/src/compile',
      'packages/form-engine/src/model',
      'bench/src',
    ],
    command: 'npm run bench -- --write',
  },
  {
    page: 'docs/reference/mutation.md',
    sources: [
      'packages/form-engine/src/vocabulary/keywords',
      'packages/form-engine/src/vocabulary/differential',
      'packages/form-engine/src/draft-07.ts',
      'tools/mutation',
    ],
    command: 'npm run mutate',
  },
  {
    page: 'docs/reference/conformance.md',
    sources: CONFORMANCE_SOURCES,
    command: 'npm run conformance -- <folder of the public suite>',
  },
];
