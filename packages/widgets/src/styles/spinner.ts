/** A turning ring that appears after 400 ms, so that quick work does not flash. */
import { css } from 'lit';
import { color } from './tokens.js';

export const spinnerStyles = css`
  .ring {
    flex: none;
    width: 20px;
    height: 20px;
    border: 2px solid currentColor;
    border-block-start-color: transparent;
    border-inline-start-color: transparent;
    border-radius: 50%;
    color: ${color.primary};
    animation:
      motcua-turn 0.9s linear infinite,
      motcua-appear 0s linear 400ms both;
  }

  .button.primary .ring {
    color: inherit;
  }

  @keyframes motcua-turn {
    to {
      transform: rotate(1turn);
    }
  }

  @keyframes motcua-appear {
    from {
      visibility: hidden;
    }
    to {
      visibility: visible;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .ring {
      animation: motcua-appear 0s linear 400ms both;
    }
  }
`;
