import { css } from 'lit';
import { color, shape, space } from '../../styles/tokens.js';

export const pageStyles = css`
  .page {
    container-type: inline-size;
    min-height: 320px;
  }

  .grounds {
    background: ${color.surface};
  }

  :host([framed]) .grounds {
    border: 1px solid ${color.line};
    border-radius: ${shape.radiusL};
  }

  :host([framed]) ::slotted([slot='header']) {
    border-radius: calc(${shape.radiusL} - 1px) calc(${shape.radiusL} - 1px) 0 0;
  }

  :host([framed]) ::slotted([slot='help']) {
    border-radius: 0 0 calc(${shape.radiusL} - 1px) calc(${shape.radiusL} - 1px);
  }

  .columns {
    padding: ${space.s4};
    padding-block-end: ${space.s7};
  }

  .rail ::slotted(*) {
    margin-block-end: ${space.s4};
  }

  .aside,
  .rest {
    margin-block-start: ${space.s6};
  }

  .aside[hidden],
  .rest[hidden],
  .sheet {
    display: none;
  }

  @container (min-width: 560px) {
    .columns {
      max-width: calc(${shape.columnMeasure} + 64px);
      margin-inline: auto;
      padding-inline: 32px;
    }
  }

  @container (min-width: 960px) {
    .grounds {
      background: ${color.canvas};
    }

    .columns {
      display: grid;
      grid-template-columns: 256px minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      column-gap: 40px;
      max-width: 1120px;
      padding: ${space.s6} 48px ${space.s8};
    }

    .rail {
      grid-area: 1 / 1 / 3 / 2;
    }

    .sheet {
      display: block;
      grid-area: 1 / 2 / 3 / 3;
      border: 1px solid ${color.line};
      border-radius: ${shape.radiusL};
      background: ${color.surface};
    }

    .content,
    .rest {
      z-index: 0;
      min-width: 0;
      padding-inline: 56px;
    }

    .content {
      grid-area: 1 / 2 / 2 / 3;
      max-width: calc(${shape.fieldMeasure} + 112px);
      padding-block: 20px 48px;
    }

    .rest {
      grid-area: 2 / 2 / 3 / 3;
      margin-block-start: -16px;
      padding-block-end: 48px;
    }

    :host([layout='aside']) .columns {
      grid-template-columns: minmax(0, 1fr) 288px;
    }

    :host([layout='aside']) .content,
    :host([layout='aside']) .rest {
      grid-column: 1;
      padding-inline: 56px;
    }

    :host([layout='aside']) .content,
    :host([layout='single']) .content {
      max-width: none;
    }

    :host([layout='aside']) .content {
      padding-block-start: 36px;
    }

    :host([layout='aside']) .sheet {
      grid-column: 1;
    }

    .aside {
      grid-area: 1 / 2 / 3 / 3;
      margin: 0;
    }

    :host([layout='single']) .columns {
      grid-template-columns: minmax(0, 1fr);
      max-width: calc(880px + 96px);
    }

    :host([layout='single']) .content,
    :host([layout='single']) .rest,
    :host([layout='single']) .sheet {
      grid-column: 1;
      padding-inline: 80px;
    }

    :host([layout='single']) .content {
      padding-block-start: 56px;
    }

    :host([layout='aside']) .rail,
    :host([layout='single']) .rail {
      display: none;
    }
  }

  @media print {
    .page {
      container-type: normal;
    }
    .grounds {
      background: none;
      border: 0 !important;
    }
    .columns {
      display: block;
      max-width: none;
      padding: 0;
    }
    .content,
    .rest {
      padding: 0 !important;
    }
    .sheet,
    .rail {
      display: none;
    }
  }
`;
