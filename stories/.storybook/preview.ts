/** What every story stands in: a container that measures, the words of a language, a theme and a density. */
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import '@motcua/widgets/define/elements';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '@motcua/widgets/custom-elements.json';
import './story-stage.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Nền tảng', 'Thành phần', 'Trang', 'Luồng'] } },
    viewport: {
      options: {
        narrow: { name: '320', styles: { width: '320px', height: '720px' } },
        phone: { name: '360', styles: { width: '360px', height: '780px' } },
        tablet: { name: '768', styles: { width: '768px', height: '1024px' } },
        desk: { name: '1280', styles: { width: '1280px', height: '900px' } },
      },
    },
  },
  globalTypes: {
    theme: choice('Chủ đề', 'paintbrush', ['light', 'dark', 'contrast', 'men-lam']),
    locale: choice('Ngôn ngữ', 'globe', ['vi', 'en']),
    density: choice('Mật độ', 'component', ['comfortable', 'compact', 'kiosk']),
  },
  initialGlobals: { theme: 'light', locale: 'vi', density: 'comfortable' },
  decorators: [
    (story, { globals, parameters }) =>
      html`<story-stage
        theme=${globals.theme}
        locale=${globals.locale}
        density=${globals.density}
        ?bare=${parameters.bare}
        >${story()}</story-stage
      >`,
  ],
};

export default preview;

function choice(name: string, icon: 'paintbrush' | 'globe' | 'component', items: string[]) {
  return { name, toolbar: { title: name, icon, items, dynamicTitle: true } };
}
