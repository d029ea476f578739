/** The look of the desk's own dialogs. */
import { css } from 'lit';
import { color, shape, space, type } from '@motcua/widgets/tokens';

export const dialogStyles = css`
  dialog {
    width: min(560px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: ${space.s5};
    border: 1px solid ${color.line};
    border-radius: ${shape.radiusL};
    background: ${color.surfaceRaised};
    color: ${color.text};
    box-shadow: ${shape.shadowRaised};
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  dialog .text {
    margin-block-end: ${space.s4};
    ${type.text}
  }

  dialog h3 {
    margin-block: ${space.s4} ${space.s1};
    ${type.label}
  }

  dialog p:last-child {
    margin-block-start: ${space.s4};
  }

  dialog td:first-child {
    width: 90px;
  }

  .switch {
    display: flex;
    align-items: center;
    gap: ${space.s3};
    min-height: 44px;
    cursor: pointer;
  }
`;
