/** The frame of the desk: header across, rail at the left from 960, a menu below it. */
import { css } from 'lit';
import { color, font, shape, space, type } from '@motcua/widgets/tokens';

export const shellStyles = css`
  :host {
    min-height: 100dvh;
    container-type: inline-size;
    background: ${color.canvas};
  }

  .opening,
  .outside {
    padding: ${space.s5} ${space.s4};
  }

  .skip {
    position: absolute;
    inset-inline-start: ${space.s3};
    inset-block-start: -80px;
    padding: ${space.s2} ${space.s4};
    border-radius: ${shape.radiusM};
    background: ${color.surface};
    z-index: 3;
  }

  .skip:focus {
    inset-block-start: ${space.s2};
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space.s2} ${space.s3};
    padding: 10px ${space.s4};
    border-block-end: 1px solid ${color.line};
    background: ${color.surface};
  }

  .house {
    flex: 1 1 160px;
    min-width: 0;
  }

  .service {
    font-weight: ${font.strong};
    line-height: 1.5;
  }

  .agency {
    color: ${color.textMuted};
    ${type.small}
  }

  .search {
    position: relative;
    display: flex;
    align-items: center;
    flex: 1 1 100%;
    color: ${color.textMuted};
  }

  .search svg {
    position: absolute;
    inset-inline-start: 12px;
    pointer-events: none;
  }

  .search kbd {
    position: absolute;
    inset-inline-end: 12px;
    pointer-events: none;
  }

  .search input {
    width: 100%;
    min-height: 44px;
    padding: 8px 44px;
    border: ${shape.border} solid ${color.lineStrong};
    border-radius: ${shape.radiusM};
    background: ${color.surface};
    color: ${color.text};
    line-height: 1.5;
  }

  .search input::placeholder {
    color: ${color.textMuted};
    opacity: 1;
  }

  .search input:focus ~ kbd {
    display: none;
  }

  .who {
    display: flex;
    align-items: center;
    gap: ${space.s2};
    min-width: 0;
  }

  .who p {
    display: grid;
    line-height: 1.45;
  }

  .who strong {
    font-weight: ${font.strong};
  }

  .initials {
    display: grid;
    place-content: center;
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: ${shape.radiusM};
    background: ${color.primarySoft};
    color: ${color.primary};
    font-weight: ${font.strong};
    ${type.small}
  }

  .tools {
    gap: 0;
  }

  nav {
    display: none;
    padding: ${space.s2} ${space.s4};
    border-block-end: 1px solid ${color.line};
    background: ${color.surface};
  }

  nav[data-open='true'] {
    display: block;
  }

  nav ul + ul {
    margin-block-start: ${space.s2};
    padding-block-start: ${space.s2};
    border-block-start: 1px solid ${color.line};
  }

  nav ul:empty {
    display: none;
  }

  nav a {
    display: flex;
    align-items: center;
    gap: ${space.s3};
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid transparent;
    border-radius: ${shape.radiusM};
    color: ${color.text};
    text-decoration: none;
  }

  nav a svg {
    color: ${color.textMuted};
  }

  nav a:hover {
    background: ${color.primarySoft};
  }

  nav a[aria-current] {
    border-color: ${color.line};
    background: ${color.surface};
    font-weight: ${font.strong};
  }

  nav a[aria-current] svg {
    color: ${color.primary};
  }

  main {
    min-width: 0;
    padding: ${space.s4};
  }

  main:focus {
    outline: none;
  }

  @container (max-width: 719px) {
    header[data-menu='false'] .who,
    header[data-menu='false'] .tools {
      display: none;
    }
  }

  @container (min-width: 720px) {
    .search {
      flex: 1 1 280px;
    }
  }

  @container (min-width: 960px) {
    header {
      flex-wrap: nowrap;
      padding-inline: ${space.s5};
    }
    .house {
      flex: 1 1 auto;
    }
    .search {
      flex: 0 1 340px;
    }
    .menu {
      display: none;
    }
    .frame {
      display: grid;
      grid-template-columns: 226px minmax(0, 1fr);
      min-height: calc(100dvh - 65px);
    }
    nav {
      display: block;
      padding: ${space.s4} 10px;
      border-block-end: 0;
      border-inline-end: 1px solid ${color.line};
      background: none;
    }
    main {
      padding: ${space.s4} ${space.s5} ${space.s6};
    }
  }

  @container (max-width: 1199px) {
    .who .muted {
      display: none;
    }
  }

  @media print {
    header,
    nav,
    .skip {
      display: none;
    }
  }
`;
