import { css } from 'lit';
import { color, font, motion, shape, space } from '../../styles/tokens.js';
import { figures, type } from '../../styles/typography.js';

export const progressStyles = css`
  .segments {
    display: flex;
    align-items: flex-end;
    gap: ${space.s1};
    height: 8px;
  }

  .segment {
    flex: 1;
    height: 4px;
    border-radius: 2px;
    background: ${color.primary};
    transition: background-color ${motion.calm} ${motion.ease};
  }

  .segment.current {
    height: 8px;
  }

  .segment.later {
    background: var(--motcua-segment-later, ${color.line});
    border: var(--motcua-segment-border-width, 0px) solid ${color.lineStrong};
  }

  .words {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 ${space.s4};
    margin-block-start: 6px;
    color: ${color.textMuted};
    ${type.small}
  }

  .saved {
    display: flex;
    align-items: center;
    gap: ${space.s2};
  }

  .saved .icon {
    color: ${color.success};
  }

  .rail {
    display: none;
  }

  @container (min-width: 560px) {
    .saved {
      display: none;
    }
  }

  @container (min-width: 960px) {
    .ruler {
      display: none;
    }
    .rail {
      display: block;
    }
  }

  .count {
    padding: 0 ${space.s3} 6px;
    color: ${color.textMuted};
    font-weight: ${font.strong};
    ${type.tag}
  }

  .row {
    display: flex;
    align-items: center;
    gap: ${space.s3};
    width: 100%;
    min-height: 44px;
    padding: 6px ${space.s3};
    border: 1px solid transparent;
    border-radius: ${shape.radiusM};
    background: none;
    text-align: start;
    ${type.text}
  }

  .mark {
    flex: none;
    display: grid;
    place-content: center;
    width: 24px;
    height: 24px;
    border-radius: ${shape.radiusS};
    ${figures}
  }

  .done .mark {
    color: ${color.success};
  }

  .current .row {
    border-color: ${color.line};
    background: ${color.surface};
    font-weight: ${font.strong};
  }

  .current .mark {
    background: ${color.primary};
    color: ${color.onPrimary};
  }

  .later .row {
    color: ${color.textMuted};
  }

  @media (hover: hover) {
    button.row:hover {
      background: ${color.primarySoft};
    }
  }

  @media (forced-colors: active) {
    .segment {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .segment.later {
      background: Canvas;
      border: 1px solid CanvasText;
    }
    .row {
      border-color: Canvas;
    }
    .current .row {
      border: 2px solid Highlight;
    }
  }

  @media print {
    :host {
      display: none !important;
    }
  }
`;
