import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { color, shape, space } from '@motcua/widgets/tokens';
import { html, type CSSResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

const meta: Meta = { title: 'Nền tảng/Mã thiết kế' };
export default meta;

const list = {
  display: 'grid',
  gap: '8px',
  gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
  fontFamily: 'Be Vietnam Pro',
  color: 'var(--motcua-color-text, #12262B)',
};

function tokenName(value: CSSResult): string {
  return /--motcua-[a-z0-9-]+/.exec(value.cssText)?.[0] ?? value.cssText;
}

function swatch(value: CSSResult) {
  const box = {
    width: '40px',
    height: '40px',
    borderRadius: '6px',
    border: '1px solid currentColor',
    background: value.cssText,
    flex: 'none',
  };
  return html`<div style=${styleMap({ display: 'flex', gap: '12px', alignItems: 'center', fontSize: '14px' })}>
    <span style=${styleMap(box)}></span><code>${tokenName(value)}</code>
  </div>`;
}

function measure(value: CSSResult) {
  const bar = { width: value.cssText, height: '20px', background: color.primary.cssText };
  return html`<div style=${styleMap({ fontSize: '14px' })}>
    <div style=${styleMap(bar)}></div>
    <code>${tokenName(value)}</code>
  </div>`;
}

export const Colours: StoryObj = {
  name: 'Màu',
  render: () => html`<div style=${styleMap(list)}>${Object.values(color).map(swatch)}</div>`,
};
export const Spaces: StoryObj = {
  name: 'Khoảng cách',
  render: () => html`<div style=${styleMap(list)}>${Object.values(space).map(measure)}</div>`,
};
export const Shapes: StoryObj = {
  name: 'Kích thước và bo góc',
  render: () =>
    html`<ul style=${styleMap(list)}>
      ${Object.values(shape).map((value) => html`<li><code>${value.cssText}</code></li>`)}
    </ul>`,
};
