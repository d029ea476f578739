import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon, type IconPath } from '../../icons/icon.js';
import { resetStyles } from '../../styles/reset.js';
import { tagStyles } from '../../styles/tag.js';
import { toneStyles, type Tone } from '../../styles/tones.js';
import { isDossierState, stateLooks } from './dossier-states.js';

/**
 * A state in few words. With `state` it takes the official words, tone and icon; an unknown state shows `label` in the neutral tone.
 *
 * @summary A tag.
 * @tag motcua-tag
 * @csspart tag - The tag.
 */
export class MotcuaTag extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    toneStyles,
    tagStyles,
    css`
      :host {
        display: inline-block !important;
        max-width: 100%;
      }
    `,
  ];

  /** Name of a dossier state, as `processing`. */
  @property() state = '';
  @property() label = '';
  @property() tone: Tone = 'neutral';
  @property({ attribute: false }) icon: IconPath | undefined;

  protected override render(): TemplateResult {
    const known = isDossierState(this.state) ? this.state : undefined;
    const look = known === undefined ? { tone: this.tone, icon: this.icon } : stateLooks[known];
    const words = this.label || (known === undefined ? this.state : this.t(`state.${known}`));
    return html`<span part="tag" class=${`tag toned tone-${look.tone}`}
      >${look.icon === undefined ? nothing : renderIcon(look.icon, 16)}<span>${words}</span></span
    >`;
  }
}
