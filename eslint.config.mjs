import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** What each room may import of the others (ARCHITECTURE.md). Tests may also use what their package lists for development. */
const walls = {
  schemas: [],
  'form-engine': ['schemas'],
  client: ['schemas'],
  widgets: ['form-engine', 'client', 'schemas'],
  gateway: ['form-engine', 'schemas'],
  pages: ['widgets', 'client', 'form-engine', 'schemas'],
  cli: ['form-engine', 'schemas', 'gateway'],
};
const rooms = Object.keys(walls);
const tests = ['**/*.test.ts', '**/*.browser-test.ts'];

const wallRules = Object.entries(walls).map(([room, allowed]) => ({
  files: [room === 'schemas' ? 'schemas/**/*.{ts,mjs}' : `packages/${room}/src/**/*.ts`],
  ignores: tests,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: rooms
          .filter((other) => other !== room && !allowed.includes(other))
          .map((other) => ({
            group: [`@motcua/${other}`, `@motcua/${other}/*`],
            message: `${room} may not import ${other}: the walls are in ARCHITECTURE.md.`,
          })),
      },
    ],
  },
}));

/** The engine runs in pages and on servers alike. */
const engineRules = {
  files: ['packages/form-engine/src/**/*.ts'],
  ignores: tests,
  rules: {
    'no-restricted-globals': [
      'error',
      'window',
      'document',
      'navigator',
      'fetch',
      'localStorage',
      'indexedDB',
      'process',
      'Buffer',
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'ImportDeclaration[source.value=/^node:/]', message: 'The engine runs in browsers too.' },
    ],
  },
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '**/storybook-static/',
      'packages/widgets/embed/',
      'schemas/generated/',
      '.data/',
      '**/*.d.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'URLSearchParams',
          'fetch',
          'Response',
          'Request',
          'Headers',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'performance',
          'Buffer',
          'document',
          'window',
          'globalThis',
          'AbortController',
          'TextEncoder',
          'TextDecoder',
          'customElements',
          'structuredClone',
          'getComputedStyle',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { ...lit['flat/recommended'], files: ['packages/widgets/src/**/*.ts', 'stories/**/*.ts'] },
  { ...wc['flat/recommended'], files: ['packages/widgets/src/**/*.ts'] },
  { ...litA11y.configs['flat/recommended'], files: ['packages/widgets/src/**/*.ts'] },
  ...wallRules,
  engineRules,
);
