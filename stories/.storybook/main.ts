/** Storybook for designers and form authors. Stories read the widgets from their sources, so a change is seen at once. */
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';

const sources = fileURLToPath(new URL('../../packages/widgets/src', import.meta.url));

const config: StorybookConfig = {
  stories: [
    '../foundations/**/*.stories.ts',
    '../elements/**/*.stories.ts',
    '../pages/**/*.stories.ts',
    '../flows/**/*.stories.ts',
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      alias: [
        { find: /^@motcua\/widgets\/define\/(.*)$/, replacement: `${sources}/define/$1.ts` },
        { find: '@motcua/widgets/testing', replacement: `${sources}/testing/index.ts` },
        { find: '@motcua/widgets/custom-elements.json', replacement: `${sources}/../custom-elements.json` },
        { find: /^@motcua\/widgets\/(.*)$/, replacement: `${sources}/entries/$1.ts` },
      ],
    },
    build: { ...vite.build, chunkSizeWarningLimit: 4000 },
  }),
};

export default config;
