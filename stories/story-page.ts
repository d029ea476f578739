/** A whole page made of elements in one shadow root, as a flow draws it. It knows no form: the words are invented. */
import { chevronLeftIcon, contentStyles, renderIcon, resetStyles, themeStyles } from '@motcua/widgets/elements';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';

export class StoryPage extends LitElement {
  static override properties = {
    layout: {},
    framed: { type: Boolean },
    view: { attribute: false },
  };

  static override styles = [
    themeStyles,
    resetStyles,
    contentStyles,
    css`
      .status-head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 16px;
      }
      .look-up {
        display: grid;
        gap: 16px;
        margin-block-end: 24px;
      }
      .spaced {
        margin-block-start: 24px;
      }
    `,
  ];

  declare layout: 'steps' | 'aside' | 'single';
  declare framed: boolean;
  declare view: PageView;

  protected override render(): TemplateResult {
    const { view } = this;
    return html`<motcua-page .layout=${this.layout} ?framed=${this.framed}>
      <motcua-header
        slot="header"
        .heading=${view.heading}
        .subtitle=${view.subtitle}
        .subtitleDetail=${view.subtitleDetail ?? ''}
        .saved=${view.saved ?? ''}
      ></motcua-header>
      ${view.band === true ? html`<motcua-band slot="band"></motcua-band>` : nothing}
      ${view.progress ?? nothing}${view.content}
      <motcua-help
        slot="help"
        heading="Cần giúp đỡ: gọi 1022"
        phone="1022"
        text="7 giờ 30 đến 17 giờ, các ngày làm việc."
        ><a href="#gop-y">Gửi phản ánh, kiến nghị</a></motcua-help
      >
    </motcua-page>`;
  }
}

export interface PageView {
  readonly heading: string;
  readonly subtitle: string;
  readonly subtitleDetail?: string;
  readonly saved?: string;
  readonly band?: boolean;
  readonly progress?: TemplateResult;
  readonly content: TemplateResult;
}

export function renderBack(words: string): TemplateResult {
  return html`<button type="button" class="back">${renderIcon(chevronLeftIcon)}${words}</button>`;
}

customElements.define('story-page', StoryPage);
