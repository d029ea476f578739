/**
 * What every field owes a form, as plain cases: a province that brings its own control can prove it with any test runner.
 *
 * @example for (const { name, run } of fieldContract(() => document.createElement('my-field'))) it(name, run);
 */
import { findViolations } from './find-violations.js';

/** The part of a field that a form relies on. */
export interface ContractField extends HTMLElement {
  label: string;
  hint: string;
  error: string;
  required: boolean;
  readonly: boolean;
  pointer: string;
  readonly updateComplete: Promise<unknown>;
}

export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

const words = { label: 'Nơi đăng ký', hint: 'Ghi như trên giấy tờ.', error: 'Nhập nơi đăng ký.' };

export function fieldContract(create: () => ContractField): readonly ContractCase[] {
  return [
    contractCase('shows label, hint and error as text', async (field) => {
      await change(field, words);
      const text = field.shadowRoot?.textContent ?? '';
      for (const word of Object.values(words)) expectThat(text.includes(word), `"${word}" is not shown`);
    }),
    contractCase('names and describes a control in its own shadow root', async (field) => {
      await change(field, words);
      const root = field.shadowRoot;
      const described = [...(root?.querySelectorAll('[aria-describedby]') ?? [])].map((element) =>
        textOfIds(root, element.getAttribute('aria-describedby')),
      );
      expectThat(
        described.some((text) => text.includes(words.hint) && text.includes(words.error)),
        'no control is described by hint and error',
      );
    }),
    contractCase('says that it is optional unless it is required', async (field) => {
      await change(field, { label: words.label, required: false });
      const optional = field.shadowRoot?.textContent ?? '';
      await change(field, { required: true });
      expectThat(optional !== field.shadowRoot?.textContent, 'an optional field looks like a required one');
    }),
    contractCase('takes focus by method and reports leaving', async (field) => {
      await change(field, { label: words.label });
      let left = 0;
      field.addEventListener('motcua-blur', () => (left += 1));
      field.focus();
      expectThat(document.activeElement === field, 'focus() does not reach the control');
      (deepActiveElement() as HTMLElement | null)?.blur();
      expectThat(left === 1, `motcua-blur was fired ${left} times`);
    }),
    contractCase('reflects its pointer, so that a summary finds it', async (field) => {
      await change(field, { pointer: '/child/name' });
      expectThat(field.getAttribute('pointer') === '/child/name', 'the pointer is not an attribute');
    }),
    contractCase('holds no required or disabled attribute that would stop a citizen silently', async (field) => {
      await change(field, { label: words.label, required: true });
      expectThat(
        field.shadowRoot?.querySelector('input[required], input:disabled, select:disabled') === null,
        'a native barrier was found',
      );
    }),
    ...(['plain', 'wrong', 'readonly'] as const).map((state) =>
      contractCase(`is free of axe violations when ${state}`, async (field) => {
        await change(field, {
          label: words.label,
          ...(state === 'wrong' ? words : {}),
          readonly: state === 'readonly',
        });
        const violations = await findViolations(field);
        expectThat(violations.length === 0, violations.join('\n'));
      }),
    ),
  ];

  function contractCase(name: string, check: (field: ContractField) => Promise<void>): ContractCase {
    return {
      name,
      run: async () => {
        const field = create();
        const landmark = document.createElement('main');
        landmark.append(field);
        document.body.append(landmark);
        try {
          await field.updateComplete;
          await check(field);
        } finally {
          landmark.remove();
        }
      },
    };
  }
}

async function change(field: ContractField, changes: Partial<ContractField>): Promise<void> {
  Object.assign(field, changes);
  await field.updateComplete;
}

function textOfIds(root: ShadowRoot | null, ids: string | null): string {
  return (ids ?? '')
    .split(' ')
    .map((id) => root?.getElementById(id)?.textContent ?? '')
    .join(' ');
}

function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function expectThat(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}
