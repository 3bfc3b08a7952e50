import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import '../../components/define.ts';
import { configure } from 'storybook/test';
import { loadWords, vi } from '../../src/i18n/index.ts';

// Code lists that are loaded on first use may come late on a busy machine.
configure({ asyncUtilTimeout: 5000 });

const choice = (title: string, icon: string, items: Record<string, string>) => ({
  toolbar: { title, icon, items: Object.entries(items).map(([value, name]) => ({ value, title: name })) },
});

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: { locale: 'vi', theme: 'light', width: 'screen' },
  globalTypes: {
    locale: choice('Language', 'globe', { vi: 'Tiếng Việt', en: 'English' }),
    theme: choice('Colours', 'contrast', { light: 'Light', dark: 'Dark' }),
    width: choice('Width', 'mobile', { screen: 'Screen', phone: 'Phone (360 px)' }),
  },
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
    options: { storySort: { method: 'alphabetical', order: ['Record form', 'Sections', 'Fields'] } },
    a11y: {
      test: 'error',
      options: {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      },
    },
  },
  loaders: [async ({ globals }) => ({ words: (await loadWords(globals['locale'])) ?? vi })],
  decorators: [
    (story, { viewMode, globals: { locale, theme, width } }) => {
      document.documentElement.lang = locale;
      const frame = {
        containerType: 'inline-size',
        inlineSize: width === 'phone' ? '360px' : 'auto',
        minBlockSize: viewMode === 'docs' ? 'auto' : '100vh',
        background: theme === 'dark' ? '#161c23' : '#fff',
      };
      return html`<div lang=${locale} style=${styleMap(frame)}>${story()}</div>`;
    },
  ],
};

export default preview;
