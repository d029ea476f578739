/** The stage of a story: does what a flow does around the elements, so that a story shows them as a citizen sees them. */
import { css, html, LitElement, type PropertyValues } from 'lit';
import { loadTexts, provideTexts, themeStyles, type LocaleCode } from '@motcua/widgets/elements';

export class StoryStage extends LitElement {
  static override properties = {
    theme: { reflect: true },
    density: { reflect: true },
    locale: {},
    bare: { type: Boolean, reflect: true },
  };

  static override styles = [
    themeStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
        min-height: 100vh;
        background: var(--motcua-color-surface, #fff);
      }
      .inner {
        box-sizing: border-box;
        padding: 24px 16px;
      }
      @container (min-width: 560px) {
        .inner {
          padding: 32px;
        }
      }
      :host([bare]) .inner {
        padding: 0;
      }
    `,
  ];

  declare theme: string;
  declare density: string;
  declare locale: LocaleCode;
  declare bare: boolean;

  readonly #provide = provideTexts(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale')) void this.#setLocale();
  }

  protected override render(): unknown {
    return html`<div class="inner"><slot></slot></div>`;
  }

  async #setLocale(): Promise<void> {
    document.documentElement.lang = this.locale;
    this.#provide(await loadTexts(this.locale));
  }
}

customElements.define('story-stage', StoryStage);
