import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { refreshIcon, renderIcon } from '@motcua/widgets/page-kit';
import { color, shape, space, type } from '@motcua/widgets/tokens';
import { DeskView } from '../page/desk-view.js';
import { ShortcutController } from '../state/shortcuts.js';
import { describeProblem } from '../text/describe-problem.js';
import { openPaper, PaperError, type DrawnPaper } from './drawn-paper.js';

export interface ViewedPaper {
  uploadId: string;
  /** What paper it is, as "Giấy chứng sinh". */
  label: string;
  /** Name of the file. */
  name: string;
  mediaType: string;
}

const ZOOMS = [1, 1.5, 2, 3] as const;

/**
 * The papers of a dossier, drawn one at a time.
 *
 * @summary The desk's viewer of papers.
 * @tag motcua-desk-papers
 */
export class MotcuaDeskPapers extends DeskView {
  static override styles: CSSResultGroup = [
    DeskView.styles,
    css`
      .head {
        display: grid;
        gap: ${space.s1};
        margin-block-end: ${space.s2};
      }
      .name {
        overflow-wrap: anywhere;
      }
      h2 {
        ${type.label}
      }
      .frame {
        min-height: 240px;
        max-height: min(78vh, 1100px);
        overflow: auto;
        border: ${shape.border} solid ${color.line};
        border-radius: ${shape.radiusM};
        background: ${color.surfaceSunken};
      }
      canvas {
        display: block;
        margin-inline: auto;
        background: #fff;
      }
      .tools {
        margin-block: ${space.s2};
      }
      .list {
        display: flex;
        flex-wrap: wrap;
        gap: ${space.s1};
        margin-block-end: ${space.s2};
      }
      .list .chip {
        max-width: 100%;
        overflow-wrap: anywhere;
        text-align: start;
      }
    `,
  ];

  @property() code = '';
  @property({ attribute: false }) papers: readonly ViewedPaper[] = [];

  @state() private index = 0;
  @state() private page = 1;
  @state() private zoom = 0;
  @state() private turn = 0;
  @state() private opened: DrawnPaper | undefined;
  @state() private problem: unknown;

  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('.frame') private frame!: HTMLElement | null;
  #shown = '';
  #drawing: Promise<void> = Promise.resolve();

  constructor() {
    super();
    new ShortcutController(this, () => ({
      p: () => this.#choose((this.index + 1) % Math.max(1, this.papers.length)),
      P: () => this.#choose((this.index + this.papers.length - 1) % Math.max(1, this.papers.length)),
      '+': () => this.#magnify(1),
      '=': () => this.#magnify(1),
      '-': () => this.#magnify(-1),
    }));
  }

  /** Shows one of the papers. */
  show(uploadId: string): void {
    const at = this.papers.findIndex((paper) => paper.uploadId === uploadId);
    if (at !== -1) this.#choose(at);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.opened?.close();
    this.opened = undefined;
    this.#shown = '';
  }

  protected override willUpdate(): void {
    const paper = this.papers[this.index];
    if (paper && paper.uploadId !== this.#shown && this.isConnected) void this.#open(paper);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const drawn: readonly PropertyKey[] = ['opened', 'page', 'zoom', 'turn'];
    if ([...changed.keys()].some((key) => drawn.includes(key))) void this.#draw();
  }

  protected override render(): TemplateResult {
    const paper = this.papers[this.index];
    if (!paper) return html`<p class="panel empty">${this.t('papers.none')}</p>`;
    return html`${this.papers.length > 1 ? this.#renderList() : nothing}
      <div class="head">
        <h2 class="name">${paper.label}</h2>
        <p class="muted name">
          ${paper.name}${this.opened ? ` · ${this.t('papers.page', { page: this.page, pages: this.opened.pages })}` : ''}
        </p>
      </div>
      <div class="frame" tabindex="0" role="group" aria-label=${this.t('papers.frame', { name: paper.label })}>
        ${
          this.problem === undefined
            ? html`<canvas
                role="img"
                aria-label=${this.t('papers.picture', { name: paper.label, page: this.page })}
              ></canvas>`
            : html`<p class="empty" role="alert">
                ${this.problem instanceof PaperError ? this.t('papers.broken') : describeProblem(this.problem, this.desk.words)}
              </p>`
        }
      </div>
      ${this.#renderTools()}`;
  }

  #renderList(): TemplateResult {
    return html`<div class="list" role="group" aria-label=${this.t('papers.list')}>
      ${this.papers.map(
        ({ label, name }, index) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${index === this.index}
            title=${name}
            @click=${() => this.#choose(index)}
          >
            ${index + 1}. ${label}
          </button>`,
      )}
    </div>`;
  }

  #renderTools(): TemplateResult {
    const pages = this.opened?.pages ?? 1;
    const tool = (text: string, act: () => void, isOff: boolean): TemplateResult =>
      html`<button
        type="button"
        class="button secondary small"
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${isOff ? nothing : act}
      >
        ${text}
      </button>`;
    return html`<div class="row tools">
      ${tool(this.t('papers.larger'), () => this.#magnify(1), this.zoom === ZOOMS.length - 1)}
      ${tool(this.t('papers.smaller'), () => this.#magnify(-1), this.zoom === 0)}
      <button type="button" class="button secondary small" @click=${() => (this.turn = (this.turn + 1) % 4)}>
        ${renderIcon(refreshIcon, 16)}${this.t('papers.turn')}
      </button>
      ${
        pages > 1
          ? html`${tool(this.t('papers.previousPage'), () => (this.page -= 1), this.page === 1)}
            ${tool(this.t('papers.nextPage'), () => (this.page += 1), this.page === pages)}`
          : nothing
      }
    </div>`;
  }

  #choose(index: number): void {
    if (this.papers.length === 0) return;
    this.index = index;
    const { label = '' } = this.papers[index] ?? {};
    this.desk.say(this.t('papers.shown', { name: label, index: index + 1, count: this.papers.length }));
  }

  #magnify(by: 1 | -1): void {
    this.zoom = Math.min(ZOOMS.length - 1, Math.max(0, this.zoom + by));
  }

  async #open({ uploadId, mediaType }: ViewedPaper): Promise<void> {
    this.#shown = uploadId;
    this.opened?.close();
    this.opened = undefined;
    this.problem = undefined;
    this.page = 1;
    this.zoom = 0;
    this.turn = 0;
    try {
      const opened = await openPaper(await this.desk.api.paper(this.code, uploadId), mediaType);
      if (this.#shown === uploadId) this.opened = opened;
      else opened.close();
    } catch (problem) {
      if (this.#shown === uploadId) this.problem = problem;
    }
  }

  /** One drawing at a time on the one canvas. */
  async #draw(): Promise<void> {
    await (this.#drawing = this.#drawing.then(() => this.#drawNow()));
  }

  async #drawNow(): Promise<void> {
    const { opened, canvas, frame } = this;
    if (!opened || !canvas || !frame) return;
    const width = Math.max(160, frame.clientWidth) * (ZOOMS[this.zoom] ?? 1);
    try {
      await opened.draw(canvas, { page: this.page, width, turn: this.turn });
      this.setAttribute('data-drawn', this.#shown);
    } catch {
      if (this.opened === opened) this.problem = new PaperError();
    }
  }
}
