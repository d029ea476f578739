import { css } from 'lit';
import { color, shape, space } from '../../styles/tokens.js';
import { figures, type } from '../../styles/typography.js';

export const ticketStyles = css`
  .ticket {
    position: relative;
    display: flex;
    flex-direction: column;
    border: 1px solid ${color.primaryLine};
    border-radius: ${shape.radiusL};
    background: ${color.primarySoft};
  }

  .codes {
    flex: 1;
    padding: 20px;
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: ${space.s3} ${space.s5};
    margin-block-end: ${space.s4};
  }

  .code {
    flex: 1 1 auto;
  }

  .code.main,
  .code.secret {
    flex-basis: 100%;
  }

  dt {
    color: ${color.textMuted};
    ${type.small}
  }

  dd {
    ${figures}
    font-size: 1.0625em;
    line-height: 1.6;
    font-weight: 600;
    letter-spacing: 0.02em;
  }

  .main dd {
    ${type.figureL}
  }

  .stub {
    position: relative;
    display: flex;
    align-items: center;
    gap: ${space.s4};
    padding: 20px;
    border-block-start: 1px dashed ${color.primaryLine};
  }

  /* Two notches where the ticket is cut; they show the ground behind it. */
  .stub::before,
  .stub::after {
    content: '';
    position: absolute;
    width: 20px;
    height: 10px;
    border: 1px solid ${color.primaryLine};
    background: ${color.surface};
  }

  .stub::before,
  .stub::after {
    inset-block-start: -11px;
    width: 11px;
    height: 20px;
  }

  .stub::before {
    inset-inline-start: -1px;
    border-inline-start-color: ${color.surface};
    border-radius: 0 10px 10px 0;
  }

  .stub::after {
    inset-inline-end: -1px;
    border-inline-end-color: ${color.surface};
    border-radius: 10px 0 0 10px;
  }

  .qr-frame {
    flex: none;
    padding: 8px;
    border-radius: ${shape.radiusS};
    background: #fff;
    forced-color-adjust: none;
  }

  .qr {
    width: 112px;
    height: 112px;
  }

  .qr-ground {
    fill: #fff;
  }

  .qr-modules {
    fill: #000;
  }

  .caption {
    text-wrap: balance;
    color: ${color.textMuted};
    ${type.small}
  }

  .privacy {
    display: flex;
    gap: ${space.s2};
    margin-block-start: ${space.s3};
    color: ${color.textMuted};
    ${type.small}
  }

  @container (min-width: 640px) {
    .ticket {
      flex-direction: row;
    }
    .codes {
      padding: 24px;
    }
    .main dd {
      ${type.figureLWide}
    }
    .stub {
      flex-direction: column;
      justify-content: center;
      gap: ${space.s2};
      padding: 24px;
      border-block-start: 0;
      border-inline-start: 1px dashed ${color.primaryLine};
      text-align: center;
    }
    .qr {
      width: 120px;
      height: 120px;
    }
    .stub::before,
    .stub::after {
      inset-inline: -11px auto;
      width: 20px;
      height: 11px;
      border-color: ${color.primaryLine};
    }
    .stub::before {
      inset-block: -1px auto;
      border-block-start-color: ${color.surface};
      border-radius: 0 0 10px 10px;
    }
    .stub::after {
      inset-block: auto -1px;
      border-block-end-color: ${color.surface};
      border-radius: 10px 10px 0 0;
    }
  }

  @media print {
    .ticket,
    .stub {
      border-color: #000;
      border-width: 0.5pt;
      background: none;
      break-inside: avoid;
    }
    .stub::before,
    .stub::after,
    ::slotted([slot='actions']) {
      display: none;
    }
    .qr {
      width: 30mm;
      height: 30mm;
    }
    dt,
    dd,
    .caption {
      text-wrap: balance;
      color: #000;
    }
    :host(:not([print-secrets])) .secret,
    :host(:not([print-secrets])) .privacy {
      display: none;
    }
  }
`;
