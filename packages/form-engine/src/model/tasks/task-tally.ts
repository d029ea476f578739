/**
 * Counts for each section what its fields say, so that the list of tasks costs no walk over the form.
 */
import { parentOf } from '../../data/pointer.js';
import type { Plan, Pointer } from '../../plan/plan.js';
import type { FieldState, TaskState, TaskStatus } from '../form.js';

/** What a field or list says of itself, as far as it counts. */
export type TalliedState = Pick<FieldState, 'visible' | 'readOnly' | 'touched' | 'issues'> &
  Partial<Pick<FieldState, 'value' | 'input'>>;

interface Counts {
  fields: number;
  begun: number;
  left: number;
}

/** The running counts of all sections, by step. */
export class TaskTally {
  private readonly counts: Counts[][];
  private readonly validated = new Set<number>();
  private readonly homes = new Map<Pointer, Counts | undefined>();

  constructor(private readonly plan: Plan) {
    this.counts = plan.steps.map(({ sections }) =>
      sections.map(({ fields }) => {
        const counts = { fields: 0, begun: 0, left: 0 };
        for (const pointer of fields) this.homes.set(pointer, counts);
        return counts;
      }),
    );
  }

  /** Takes a field's former state out and its new one in. `pointer` is that of the plan, with `*` for the rows of a list. */
  replace(pointer: Pointer, before: TalliedState | undefined, after: TalliedState | undefined): void {
    const counts = this.homeOf(pointer);
    if (counts === undefined) return;
    if (before !== undefined) add(counts, before, -1);
    if (after !== undefined) add(counts, after, 1);
  }

  markValidated(step: number): void {
    this.validated.add(step);
  }

  read(): TaskState[] {
    const own = this.plan.steps.map((_, index) => this.statusOf(sum(this.counts[index] ?? []), index));
    const isOpen = (id: string): boolean => {
      const index = this.plan.steps.findIndex((step) => step.id === id);
      return own[index] !== 'complete' && sum(this.counts[index] ?? []).fields > 0;
    };
    return this.plan.steps.flatMap(({ id: step, after = [], sections }, index): TaskState[] => {
      const counts = this.counts[index] ?? [];
      const whole = sum(counts);
      if (whole.fields === 0) return [];
      const isBarred = after.some(isOpen);
      const describe = (of: Counts): Omit<TaskState, 'step'> => ({
        status: isBarred ? 'cannot-start' : this.statusOf(of, index),
        left: of.left,
        fields: of.fields,
      });
      const parts = sections.flatMap(({ id: section }, place): TaskState[] => {
        const part = counts[place];
        return part === undefined || part.fields === 0 ? [] : [{ step, section, ...describe(part) }];
      });
      return [{ step, ...describe(whole) }, ...parts];
    });
  }

  private statusOf({ begun, left }: Counts, step: number): TaskStatus {
    if (begun === 0 && !this.validated.has(step)) return 'not-started';
    return left === 0 ? 'complete' : 'in-progress';
  }

  /** A row belongs to the section of its list. */
  private homeOf(pointer: Pointer): Counts | undefined {
    if (this.homes.has(pointer)) return this.homes.get(pointer);
    const above = parentOf(pointer);
    const home = above === undefined ? undefined : this.homeOf(above);
    this.homes.set(pointer, home);
    return home;
  }
}

function add(counts: Counts, { visible, readOnly, touched, issues, value, input }: TalliedState, sign: 1 | -1): void {
  if (!visible) return;
  counts.fields += sign;
  if (!readOnly && (touched || value !== undefined || input !== undefined)) counts.begun += sign;
  if (issues.some(({ severity }) => severity === 'error')) counts.left += sign;
}

function sum(list: readonly Counts[]): Counts {
  const total = { fields: 0, begun: 0, left: 0 };
  for (const { fields, begun, left } of list) {
    total.fields += fields;
    total.begun += begun;
    total.left += left;
  }
  return total;
}
