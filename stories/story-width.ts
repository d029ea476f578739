/** A stage of a fixed width: elements measure their container, never the window. */
import { css, html, LitElement, type TemplateResult } from 'lit';

export class StoryWidth extends LitElement {
  static override properties = { width: { type: Number } };

  static override styles = css`
    :host {
      display: block;
      max-width: 100%;
    }
  `;

  declare width: number;

  protected override willUpdate(): void {
    this.style.width = `${this.width}px`;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

customElements.define('story-width', StoryWidth);
