import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { contentStyles } from '@motcua/widgets/elements';
import { color, type as scale } from '@motcua/widgets/tokens';
import { css, html, LitElement, type TemplateResult } from 'lit';

/** Draws each style of the scale with the tallest and deepest marks of Vietnamese. */
class StoryType extends LitElement {
  static override styles = [
    contentStyles,
    css`
      :host {
        display: grid;
        gap: 24px;
        color: ${color.text};
        font-family: 'Be Vietnam Pro', sans-serif;
      }
      p {
        margin: 0;
        max-width: 24em;
      }
      .title1 {
        ${scale.title1}
      }
      .title1Wide {
        ${scale.title1Wide}
      }
      .title2 {
        ${scale.title2}
      }
      .title3 {
        ${scale.title3}
      }
      .body {
        ${scale.body}
      }
      .small {
        ${scale.small}
      }
    `,
  ];

  protected override render(): TemplateResult[] {
    const names = ['title1Wide', 'title1', 'title2', 'title3', 'body', 'small'];
    return names.map(
      (name) =>
        html`<p class=${name}>ẶẶẶ GẶP NGHỊ ẬẬ Ộ Ợ Ỵ ẲẲẲ ẪM ẺO ẴM Ẩ Ỗ Ổ Ễ: Đăng ký khai sinh, nghĩa vụ, thuở, mẫn</p>`,
    );
  }
}

customElements.define('story-type', StoryType);

const meta: Meta = { title: 'Nền tảng/Chữ' };
export default meta;

export const Scale: StoryObj = { name: 'Cỡ chữ và dấu chồng', render: () => html`<story-type></story-type>` };
