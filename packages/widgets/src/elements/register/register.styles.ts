/** The register is a sheet of A4 on its long side: wider than a letter, with columns of times. */
import { css } from 'lit';

export const registerStyles = css`
  .sheet {
    max-inline-size: 1120px;
  }

  .range {
    text-align: center;
  }

  .rows {
    overflow-x: auto;
  }

  .rows table {
    min-inline-size: 60em;
  }

  @media print {
    .sheet {
      font-size: 10pt;
    }
    .rows {
      overflow: visible;
    }
    .rows table {
      min-inline-size: 0;
      font-size: 8.5pt;
    }
    table .gloss {
      font-size: 7.5pt;
    }
  }
`;
