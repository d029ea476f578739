import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  contrastPalette,
  contrastRatio,
  darkPalette,
  lightPalette,
  menLamPalette,
  themePairs,
  type ContrastPair,
} from '@motcua/widgets/themes';
import { css, html, LitElement, type TemplateResult } from 'lit';

const palettes = { light: lightPalette, dark: darkPalette, contrast: contrastPalette, 'men-lam': menLamPalette };

/** The table of ratios, computed here and now from the palettes. */
class StoryContrast extends LitElement {
  static override styles = css`
    table {
      border-collapse: collapse;
      color: var(--motcua-color-text, #12262b);
      font:
        14px/22px 'Be Vietnam Pro',
        sans-serif;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: 4px 16px 4px 0;
      text-align: start;
    }
  `;

  protected override render(): TemplateResult {
    return html`<table>
      <thead>
        <tr>
          <th>Cặp màu</th>
          <th>Giới hạn</th>
          ${Object.keys(palettes).map((name) => html`<th>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${themePairs.map((pair) => this.#renderPair(pair))}
      </tbody>
    </table>`;
  }

  #renderPair({ front, back, limit }: ContrastPair): TemplateResult {
    const ratios = Object.values(palettes).map((palette) =>
      contrastRatio(palette[front].cssText, palette[back].cssText),
    );
    return html`<tr>
      <td>${front} / ${back}</td>
      <td>${limit}</td>
      ${ratios.map((ratio) => html`<td>${ratio.toFixed(2)}</td>`)}
    </tr>`;
  }
}

customElements.define('story-contrast', StoryContrast);

const meta: Meta = { title: 'Nền tảng/Độ tương phản' };
export default meta;

export const Table: StoryObj = { name: 'Bảng tính', render: () => html`<story-contrast></story-contrast>` };
