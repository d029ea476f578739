/** One step of the declaration: its sections and their fields. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanSection } from '@motcua/form-engine/runtime';
import { infoIcon } from '../../../icons/paths.js';
import type { PageView } from '../page-view.js';

export function renderStep(view: PageView, id: string): TemplateResult {
  const { session, state, words } = view;
  const step = session.fill?.plan.steps.find((one) => one.id === id);
  const texts = state.texts?.steps[id];
  if (!step || !session.form) return html``;
  const visible = step.sections.filter((section) => hasVisibleField(section, view));
  const uploading = session.papers?.unfinished.length ?? 0;
  return html`
    <h1 class="title-1" tabindex="-1">${texts?.heading ?? texts?.title ?? id}</h1>
    ${texts?.lead === undefined ? nothing : html`<p class="lead">${texts.lead}</p>`}
    ${repeat(
      step.sections,
      (section) => section.id,
      (section) => renderSection(section, view, visible),
    )}
    ${
      uploading > 0
        ? html`<motcua-notice class="apart" tone="neutral" .icon=${infoIcon} .heading=${words.t('papers.goOnTitle')}
            >${words.t('papers.goOnText')}</motcua-notice
          >`
        : nothing
    }
  `;
}

/** A section without a visible field keeps its fields in the page, hidden, so that they show again when they apply. */
function renderSection(
  section: PlanSection,
  { session, state, around }: PageView,
  visible: readonly PlanSection[],
): TemplateResult {
  const texts = state.texts?.sections[section.id];
  const shown = visible.includes(section);
  const titled = texts?.title !== undefined && visible.length > 1;
  return html`<section class=${section === visible[0] ? 'form-section leading' : 'form-section'} ?hidden=${!shown}>
    ${titled ? html`<h2 class="title-2 first">${texts.title}</h2>` : nothing}
    ${texts?.lead === undefined ? nothing : html`<p class="section-lead">${texts.lead}</p>`}
    <div class="fields">
      ${repeat(
        section.fields,
        (pointer) => pointer,
        (pointer) =>
          html`<motcua-form-field
            .field=${session.form?.field(pointer)}
            .around=${around}
            .changed=${() => session.changed()}
          ></motcua-form-field>`,
      )}
    </div>
  </section>`;
}

function hasVisibleField({ fields }: PlanSection, { session }: PageView): boolean {
  return fields.some((pointer) => session.form?.field(pointer).state.get().visible);
}
