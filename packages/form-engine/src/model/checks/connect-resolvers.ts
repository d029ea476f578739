/**
 * Joins a form to its host's resolvers: each field that asks has an inquiry of its own, in each row anew.
 */
import { join, tokensOf } from '../../data/pointer.js';
import { isField, listBelow } from '../../plan/find-node.js';
import type { PlanNode, Pointer } from '../../plan/plan.js';
import type { Field, Form, Unsubscribe } from '../form.js';
import { FieldInquiries, type InquiryDesk } from './field-inquiries.js';
import type { ConnectedResolvers, OutsideState, Resolvers } from './resolvers.js';

/**
 * Makes a host's resolvers ready for a form.
 *
 * @example
 * createForm(plan, { today, resolvers: connectResolvers({ checks: { companies }, options: { schools } }) });
 */
export function connectResolvers(resolvers: Resolvers): ConnectedResolvers {
  return (form, report) => {
    const desk = new Desk(form, resolvers, report);
    const end = attachBelow(form, form.plan.root, '', desk);
    return {
      recheck: (pointer) => desk.recheck(pointer),
      settle: () => desk.settle(),
      dispose: () => end(),
    };
  };
}

/** Where inquiries are opened and found again. */
class Desk implements InquiryDesk {
  private readonly open = new Set<FieldInquiries>();
  private readonly caches = new Map<string, Map<string, never>>();

  constructor(
    readonly form: Form,
    readonly resolvers: Resolvers,
    readonly report: (pointer: Pointer, state: OutsideState) => void,
  ) {}

  add(field: Field): Unsubscribe {
    const inquiries = new FieldInquiries(field, this);
    this.open.add(inquiries);
    return () => {
      this.open.delete(inquiries);
      inquiries.dispose();
    };
  }

  cacheOf<A>(name: string): Map<string, A> {
    const known = this.caches.get(name) ?? new Map<string, never>();
    this.caches.set(name, known);
    return known;
  }

  recheck(pointer: Pointer | undefined): void {
    for (const inquiries of this.open) if (pointer === undefined || inquiries.isAt(pointer)) inquiries.retry();
  }

  settle(): Promise<void> | undefined {
    const busy = [...this.open].filter((inquiries) => inquiries.isBusy());
    return busy.length === 0
      ? undefined
      : Promise.all(busy.map((inquiries) => inquiries.settle())).then(() => undefined);
  }
}

/** Attaches every field that asks at a place and below it, and follows the rows of lists. */
function attachBelow(form: Form, node: PlanNode, pointer: Pointer, desk: Desk): Unsubscribe {
  if (!asks(node)) return () => undefined;
  if (isField(node)) return desk.add(form.field(pointer));
  const ends = (node.children ?? []).map((child) =>
    attachBelow(form, child, join(pointer, tokensOf(child.pointer).at(-1) ?? ''), desk),
  );
  const row = node.items ?? node.entries;
  if (row !== undefined && asks(row)) ends.push(attachRows(form, row, pointer, desk));
  return () => {
    for (const end of ends) end();
  };
}

function attachRows(form: Form, row: PlanNode, pointer: Pointer, desk: Desk): Unsubscribe {
  const list = form.list(pointer);
  const rows = new Map<string, Unsubscribe>();
  const follow = (): void => {
    const { keys } = list.state.get();
    for (const [key, end] of rows) {
      if (keys.includes(key)) continue;
      rows.delete(key);
      end();
    }
    for (const key of keys) {
      const place = list.pointerOf(key);
      if (!rows.has(key) && place !== undefined) rows.set(key, attachBelow(form, row, place, desk));
    }
  };
  const end = list.state.subscribe(follow);
  follow();
  return () => {
    end();
    for (const one of rows.values()) one();
  };
}

/** Does a field at the node or below it ask? Templates that contain themselves ask for nothing. */
function asks(node: PlanNode): boolean {
  return node.check !== undefined || node.options?.resolver !== undefined || listBelow(node).some(asks);
}
