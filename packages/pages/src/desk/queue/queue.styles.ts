/** The look of the queue. */
import { css } from 'lit';
import { color, font, shape, space, type } from '@motcua/widgets/tokens';

export const queueStyles = css`
  :host {
    container-type: inline-size;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: ${space.s2};
    margin-block: ${space.s3};
  }

  .outdated {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space.s3};
    margin-block-end: ${space.s3};
    padding: ${space.s2} ${space.s4};
    border-radius: ${shape.radiusM};
    background: ${color.infoSoft};
  }

  motcua-notice {
    margin-block-end: ${space.s3};
  }

  .receptions {
    display: grid;
    gap: 2px;
    overflow-wrap: anywhere;
  }

  .panel.table {
    padding: 0;
    overflow: clip;
  }

  .pick {
    width: 44px;
    padding-inline: 0;
    text-align: center;
  }

  th.pick input {
    display: block;
    margin-inline: auto;
  }

  .pick-box {
    display: grid;
    place-items: center;
    min-height: 44px;
  }

  tbody tr:hover {
    background: ${color.surfaceSunken};
  }

  tr[data-selected='true'] {
    background: ${color.primarySoft};
  }

  tr:focus-within {
    background: ${color.primarySoft};
    box-shadow: inset 0 0 0 ${shape.focusWidth} ${color.focus};
  }

  td.dossier a {
    display: block;
    padding-block: 4px;
    color: inherit;
    outline: none;
    text-decoration: none;
  }

  td.dossier a:hover strong {
    text-decoration: underline;
  }

  td.dossier strong {
    font-weight: ${font.strong};
  }

  .detail {
    display: block;
    color: ${color.textMuted};
    ${type.small}
  }

  td.due {
    width: 250px;
  }

  td.state {
    width: 230px;
  }

  .more {
    display: flex;
    justify-content: center;
    margin-block-start: ${space.s4};
  }

  .foot {
    margin-block-start: ${space.s2};
  }

  @media (forced-colors: active) {
    tr:focus-within {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }

  @container (max-width: 719px) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    table,
    tbody {
      display: block;
    }

    tbody tr {
      display: grid;
      grid-template-columns: 44px minmax(0, 1fr);
      padding: ${space.s2} ${space.s3} ${space.s3} 0;
    }

    table[data-pick='false'] tbody tr {
      grid-template-columns: 0 minmax(0, 1fr);
      padding-inline-start: ${space.s3};
    }

    td {
      grid-column: 2;
      padding: 2px 0;
    }

    td.due,
    td.state {
      width: auto;
    }

    td.pick {
      grid-column: 1;
      grid-row: 1 / span 4;
    }

    td.dossier {
      overflow-wrap: anywhere;
    }
  }
`;
