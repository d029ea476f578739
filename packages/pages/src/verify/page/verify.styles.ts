/** The look of the verdict, the differences and the folded parts. */
import { css } from 'lit';
import { color, figures, font, shape, space, type } from '@motcua/widgets/tokens';

export const verifyStyles = css`
  :host {
    display: block !important;
  }

  [hidden] {
    display: none !important;
  }

  section {
    margin-block-start: ${space.s6};
  }

  .ask {
    display: grid;
    gap: ${space.s5};
    margin-block-start: ${space.s5};
  }

  .ask .actions {
    margin-block-start: 0;
  }

  .ask .first-way {
    display: grid;
    gap: ${space.s2};
  }

  .muted {
    color: ${color.textMuted};
    ${type.text}
  }

  .verdict {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: ${space.s1} ${space.s4};
    margin-block-start: ${space.s5};
    padding: ${space.s4};
    border: ${shape.borderStrong} solid var(--tone);
    border-radius: ${shape.radiusL};
    background: var(--tone-soft);
  }

  .verdict .icon {
    width: 32px;
    height: 32px;
    color: var(--tone);
    stroke-width: 2;
  }

  .verdict h2 {
    color: var(--tone);
    ${type.title2}
  }

  .verdict h2:focus {
    outline: none;
  }

  .verdict .said {
    grid-column: 1 / -1;
    display: grid;
    gap: ${space.s2};
  }

  .verdict .file {
    overflow-wrap: anywhere;
  }

  .verdict li {
    overflow-wrap: anywhere;
  }

  .differences {
    display: grid;
    gap: ${space.s3};
    margin-block-start: ${space.s3};
  }

  .difference {
    padding: ${space.s3};
    border: ${shape.border} solid ${color.dangerLine};
    border-radius: ${shape.radiusM};
  }

  .difference dl {
    display: grid;
    grid-template-columns: minmax(88px, auto) minmax(0, 1fr);
    gap: ${space.s1} ${space.s3};
    margin-block-start: ${space.s1};
  }

  .difference dt {
    color: ${color.textMuted};
    ${type.small}
  }

  .place {
    ${type.label}
    overflow-wrap: anywhere;
  }

  .value {
    overflow-wrap: anywhere;
    ${figures}
  }

  mark {
    padding-inline: 1px;
    background: ${color.dangerSoft};
    color: ${color.danger};
    font-weight: ${font.title};
    text-decoration: underline 2px;
    text-underline-offset: 3px;
  }

  details {
    margin-block-start: ${space.s4};
    border-block: 1px solid ${color.line};
  }

  details + details {
    margin-block-start: 0;
    border-block-start: 0;
  }

  summary {
    min-height: ${shape.targetMin};
    padding-block: ${space.s3};
    color: ${color.link};
    cursor: pointer;
    ${type.label}
  }

  .folded {
    display: grid;
    gap: ${space.s4};
    padding-block-end: ${space.s5};
  }

  motcua-facts {
    overflow-wrap: anywhere;
  }

  motcua-facts + details {
    margin-block-start: 0;
    border-block-start: 0;
  }

  .comparison {
    display: block;
    margin-block-start: ${space.s4};
  }

  .codes {
    display: grid;
    gap: ${space.s1};
    overflow-wrap: anywhere;
    ${type.text}
  }

  .all {
    display: grid;
    gap: ${space.s2};
  }

  .all dt {
    color: ${color.textMuted};
    ${type.small}
  }

  .all dd {
    overflow-wrap: anywhere;
    ${figures}
  }

  @container (min-width: 560px) {
    .verdict {
      padding: ${space.s5};
    }
    .verdict .said {
      grid-column: 2;
    }
  }
`;
