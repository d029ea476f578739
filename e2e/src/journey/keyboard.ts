/** A citizen without a mouse: everything by Tab, arrows, Space, Enter and typing, and the focus seen at every stop. */
import assert from 'node:assert/strict';
import type { FileChooser, Page } from 'playwright-core';
import { type Focus, readFocus, readStops } from '../harness/focus.js';
import { expect } from './expect.js';

/** What to look for: every member that is there must hold. */
export interface Target {
  name: string | RegExp;
  role?: string;
  /** The name of a group around it. */
  group?: string;
}

export type TabKey = 'Tab' | 'Shift+Tab';

/** More stops than any page has. */
const farthest = 90;

export class Keyboard {
  constructor(readonly page: Page) {}

  focus(): Promise<Focus> {
    return readFocus(this.page);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Presses Tab once and sees where the focus is; it must have moved. */
  async tab(key: TabKey, before: Focus): Promise<Focus> {
    await this.press(key);
    const after = await this.focus();
    assert.notEqual(after.id, before.id, `${key} leaves ${describe(before)}`);
    assertVisible(after);
    return after;
  }

  /** Tabs until the target has the focus, from one end of the page on to the other. */
  async tabTo(target: Target, key: TabKey = 'Tab'): Promise<Focus> {
    const passed: string[] = [];
    let focus = await this.focus();
    for (let count = 0; count < farthest; count += 1) {
      if (matches(focus, target)) return focus;
      passed.push(describe(focus));
      focus = await this.tab(key, focus);
    }
    throw new Error(
      `${key} never came to ${JSON.stringify(target)} (${String(target.name)}), but to:\n${passed.join('\n')}`,
    );
  }

  async pressButton(name: string | RegExp, key: TabKey = 'Tab'): Promise<void> {
    await this.tabTo({ name, role: 'button' }, key);
    await this.press('Enter');
  }

  async type(label: string, text: string, group?: string): Promise<void> {
    await this.tabTo(within({ name: labelled(label), role: 'textbox' }, group));
    await this.page.keyboard.type(text);
    assert.equal(
      (await this.focus()).value.replace(/\s/g, ''),
      text.replace(/\s/g, ''),
      `what was typed into ${label} stands there`,
    );
  }

  /** Tabs to the group, walks to the option with the arrows and takes it with Space. */
  async choose(question: string, option: string): Promise<void> {
    let focus = await this.tabTo({ name: /./, role: 'radio', group: question });
    const first = focus.id;
    while (focus.name !== option) {
      await this.press('ArrowDown');
      focus = await this.focus();
      assertVisible(focus);
      assert.ok(focus.id !== first, `${question} offers ${option}`);
    }
    if (!focus.checked) await this.press('Space');
    assert.ok((await this.focus()).checked, `${option} is chosen`);
  }

  /** Walks a native select with the arrows. */
  async select(label: string, option: string): Promise<void> {
    let focus = await this.tabTo({ name: labelled(label), role: 'select' });
    while (focus.value !== option) {
      const before = focus.value;
      await this.press('ArrowDown');
      focus = await this.focus();
      assert.notEqual(focus.value, before, `${label} offers ${option}`);
    }
  }

  /** Types into a combobox, walks its list to the option and takes it with Enter; the list has closed and the focus stayed. */
  async pick(label: string, typed: string, option: string, group?: string): Promise<void> {
    const { id } = await this.tabTo(within({ name: labelled(label), role: 'combobox' }, group));
    await this.page.keyboard.type(typed);
    await expect(async () => (await this.#activeOption()) !== '', `${label} lists options for ${typed}`);
    for (let count = 0; (await this.#activeOption()) !== option; count += 1) {
      assert.ok(count < 100, `${label} offers ${option}`);
      await this.press('ArrowDown');
    }
    await this.press('Enter');
    const focus = await this.focus();
    assert.equal(focus.id, id, 'the focus stays in the box');
    assert.ok(
      option.startsWith(focus.value) && focus.value !== typed,
      `${option} stands in ${label}, not ${focus.value}`,
    );
    assert.equal(await this.#activeOption(), '', `the list of ${label} has closed`);
  }

  async date(group: string, day: string, month: string, year: string): Promise<void> {
    await this.type('Ngày', day, group);
    await this.type('Tháng', month, group);
    await this.type('Năm', year, group);
  }

  async address(group: string, typed: string, commune: string, detail?: string): Promise<void> {
    await this.pick('Xã, phường, đặc khu', typed, commune, group);
    if (detail !== undefined) await this.type('Số nhà, đường, tổ dân phố', detail, group);
  }

  async tick(): Promise<void> {
    await this.tabTo({ name: /./, role: 'checkbox' });
    await this.press('Space');
    assert.ok((await this.focus()).checked);
  }

  /** Opens the file dialog of a paper. */
  async chooseFile(paper: string): Promise<FileChooser> {
    await this.tabTo({ name: 'Chọn tệp', role: 'button', group: paper });
    const chooser = this.page.waitForEvent('filechooser');
    await this.press('Enter');
    return chooser;
  }

  /** A new page is read from its heading. */
  async heading(name: RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
    await expect(
      async () => {
        const focus = await this.focus();
        return focus.tag === 'h1' && name.test(focus.name);
      },
      `the focus is on the heading ${String(name)}`,
    ).catch(async (error: unknown) => {
      throw new Error(`${String(error)} It is on ${describe(await this.focus())}.`);
    });
  }

  /** Walks up and down through the widget and out of it at both ends: every control is reached, in page order, the same way both ways. */
  async walk(): Promise<void> {
    await this.#enter();
    const up = await this.#walkOut('Shift+Tab');
    const down = await this.#walkOut('Tab');
    const stops = await readStops(this.page);
    const groups = new Map(stops.map(({ id, group }) => [id, group]));
    const path = down.map(({ id }) => groups.get(id) ?? id);
    assert.deepEqual(
      path,
      [...new Set(groups.values())],
      `Tab reaches every control in page order:\n${down.map(describe).join('\n')}`,
    );
    assert.deepEqual(
      up.map(({ id }) => groups.get(id) ?? id),
      path.slice(0, up.length).toReversed(),
      'Shift+Tab goes the same way back',
    );
  }

  /** Tabs on until the focus is in a widget; where it is in one already, it stays. */
  async #enter(): Promise<void> {
    let focus = await this.focus();
    for (let count = 0; focus.widget === '' && count < farthest; count += 1) focus = await this.tab('Tab', focus);
    assert.notEqual(focus.widget, '', 'Tab comes to the widget');
  }

  /** Tabs on until the focus is outside of the widgets. */
  async #walkOut(key: TabKey): Promise<Focus[]> {
    const passed: Focus[] = [];
    let focus = await this.focus();
    for (let count = 0; count < farthest; count += 1) {
      focus = await this.tab(key, focus);
      if (focus.widget === '') return passed;
      passed.push(focus);
    }
    throw new Error(`${key} does not leave the widget:\n${passed.map(describe).join('\n')}`);
  }

  /** The name of the option that the combobox with the focus points at. */
  #activeOption(): Promise<string> {
    return this.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const id =
        element?.getAttribute('aria-expanded') === 'true' ? element.getAttribute('aria-activedescendant') : null;
      const option = id === null ? null : (element?.getRootNode() as ShadowRoot).getElementById(id);
      return (option?.textContent ?? '').replace(/\s+/g, ' ').replace(' , ', ', ').trim();
    });
  }
}

export function describe({ tag, role, name, groups, value }: Focus): string {
  return [`${tag}[${role}]`, [...groups, name].join(' > '), value].filter(Boolean).join(' ');
}

/** Every control that can be used shows that it has the focus; a heading is only read from. */
export function assertVisible(focus: Focus): void {
  if (focus.widget === '' || /^h[1-6]$/.test(focus.tag)) return;
  assert.ok(focus.outlined, `the focus shows on ${describe(focus)}`);
  assert.ok(focus.inView, `${describe(focus)} is scrolled into the window`);
}

function matches(focus: Focus, { name, role, group }: Target): boolean {
  const named = typeof name === 'string' ? focus.name === name : name.test(focus.name);
  return (
    named &&
    (role === undefined || focus.role === role) &&
    (group === undefined || focus.groups.some((one) => labelled(group).test(one)))
  );
}

function within(target: Target, group: string | undefined): Target {
  return group === undefined ? target : { ...target, group };
}

function labelled(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(không bắt buộc\\))?$`);
}
