/** The tones of meaning: ground, text and edge of a panel or tag in each of them. */
import { css } from 'lit';
import { color, shape } from './tokens.js';

export type Tone = 'info' | 'warning' | 'success' | 'danger' | 'primary' | 'neutral';

/** Sets `--tone`, `--tone-soft` on `.tone-<name>`; the theme without soft grounds draws an edge in the tone. */
export const toneStyles = css`
  .tone-info {
    --tone: ${color.info};
    --tone-soft: ${color.infoSoft};
  }
  .tone-warning {
    --tone: ${color.warning};
    --tone-soft: ${color.warningSoft};
  }
  .tone-success {
    --tone: ${color.success};
    --tone-soft: ${color.successSoft};
  }
  .tone-danger {
    --tone: ${color.danger};
    --tone-soft: ${color.dangerSoft};
  }
  .tone-primary {
    --tone: ${color.primary};
    --tone-soft: ${color.primarySoft};
  }
  .tone-neutral {
    --tone: ${color.neutral};
    --tone-soft: ${color.neutralSoft};
  }

  .toned {
    background: var(--tone-soft);
    box-shadow: inset 0 0 0 ${shape.panelEdge} var(--tone);
  }

  @media (forced-colors: active) {
    .toned {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    .toned {
      background: none;
      border: 0.5pt solid #000;
    }
  }
`;
