/** The look of every button: of `motcua-button` and of the buttons that other elements draw in their own roots. */
import { css } from 'lit';
import { color, font, motion, shape, space } from './tokens.js';

export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: ${space.s2};
    min-height: ${shape.buttonHeight};
    padding: 10px 20px;
    border: ${shape.border} solid transparent;
    border-radius: ${shape.radiusM};
    background: none;
    color: ${color.link};
    font-weight: ${font.strong};
    line-height: 1.5;
    text-align: center;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  .button.primary {
    background: ${color.primary};
    border-color: ${color.primary};
    color: ${color.onPrimary};
  }

  .button.secondary {
    background: ${color.surface};
    border-color: ${color.primary};
    color: ${color.primary};
  }

  .button.quiet {
    padding-inline: 12px;
  }

  .button.destructive {
    background: ${color.surface};
    border-color: ${color.danger};
    color: ${color.danger};
  }

  .button.icon-only {
    min-width: ${shape.targetMin};
    min-height: ${shape.targetMin};
    padding: 0;
    color: ${color.textMuted};
  }

  @media (hover: hover) {
    .button.primary:hover {
      background: ${color.primaryHover};
      border-color: ${color.primaryHover};
    }
    .button.secondary:hover,
    .button.quiet:hover,
    .button.icon-only:hover {
      background: ${color.primarySoft};
      color: ${color.primaryHover};
    }
    .button.destructive:hover {
      background: ${color.dangerSoft};
    }
  }

  .button.primary:active {
    background: ${color.primaryPressed};
    border-color: ${color.primaryPressed};
  }

  @media (prefers-reduced-motion: no-preference) {
    .button {
      transition: background-color ${motion.fast} ${motion.ease};
    }
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
  }

  @media print {
    .button {
      display: none;
    }
  }
`;
