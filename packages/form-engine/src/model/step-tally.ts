/**
 * Counts for each step what its fields say, so that the state of a step costs no walk over its fields.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonValue } from '../plan/plan.js';
import type { StepState, StepStatus } from './form.js';
import type { LiveNode } from './live-node.js';
import type { PlanIndex } from './plan-index.js';

/** What counts of a field or list. */
export interface TalliedState {
  visible: boolean;
  readOnly: boolean;
  touched: boolean;
  value?: JsonValue | undefined;
  input?: JsonValue | undefined;
  issues: readonly Issue[];
  showIssues: boolean;
}

interface Counts {
  visible: number;
  begun: number;
  faulty: number;
  shownFaulty: number;
}

/** The running counts of all steps. */
export class StepTally {
  private readonly counts: Counts[];
  private readonly validated: boolean[];

  constructor(private readonly index: PlanIndex) {
    this.counts = index.plan.steps.map(() => ({ visible: 0, begun: 0, faulty: 0, shownFaulty: 0 }));
    this.validated = index.plan.steps.map(() => false);
  }

  /** Takes a field's former state out and its new one in. */
  replace(node: LiveNode, before: TalliedState | undefined, after: TalliedState | undefined): void {
    const counts = this.counts[node.shape.step];
    if (counts === undefined) return;
    if (before !== undefined) add(counts, before, -1);
    if (after !== undefined) add(counts, after, 1);
  }

  markValidated(step: number): void {
    if (step in this.validated) this.validated[step] = true;
  }

  read(): StepState[] {
    return this.index.plan.steps.map(({ id }, index) => {
      const counts = this.counts[index] ?? { visible: 0, begun: 0, faulty: 0, shownFaulty: 0 };
      return { id, status: statusOf(counts, this.validated[index] === true), visible: counts.visible > 0 };
    });
  }
}

function add(counts: Counts, state: TalliedState, sign: 1 | -1): void {
  if (!state.visible) return;
  const isFaulty = state.issues.some(({ severity }) => severity === 'error');
  counts.visible += sign;
  if (!state.readOnly && (state.touched || state.value !== undefined || state.input !== undefined))
    counts.begun += sign;
  if (isFaulty) counts.faulty += sign;
  if (isFaulty && state.showIssues) counts.shownFaulty += sign;
}

function statusOf(counts: Counts, validated: boolean): StepStatus {
  if (counts.shownFaulty > 0) return 'has-issues';
  if (counts.begun === 0 && !validated) return 'not-started';
  return counts.faulty === 0 ? 'complete' : 'in-progress';
}
