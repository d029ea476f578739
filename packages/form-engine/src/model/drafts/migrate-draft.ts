/**
 * `migrateDraft`: a draft made under one plan comes under another, and nothing of it is lost unsaid.
 */
import { FormError } from '../../errors.js';
import type { JsonObject, Plan } from '../../plan/plan.js';
import type { Draft, FormOptions } from '../form.js';
import { indexPlan } from '../plan-index.js';
import { applyStep } from './apply-step.js';
import { chooseSteps } from './choose-steps.js';
import { listNewDemands } from './compare-forms.js';
import { createUnitFinder, type UnitFate, type UnitLists } from './find-unit.js';
import { type Fitting, fitToPlan } from './fit-to-plan.js';
import { Ledger, pointerOf } from './ledger.js';
import type { MigrationDocument } from './migration.js';
import type { DraftReport, MigratedDraft } from './report.js';

/** What a migration rests on, beside what `createForm` is given. */
export interface MigrateOptions extends Pick<FormOptions, 'today' | 'kinds' | 'operators' | 'vocabulary'> {
  /** migrations.json of the procedure: what its author declared. */
  migrations?: MigrationDocument;
  /** The plan under which the draft was made: with it, only what is new is asked for. One of another plan format is left aside. */
  from?: Plan;
  /** The lists of communes, by which addresses are brought up to date. */
  units?: UnitLists;
}

/**
 * Brings a draft under a plan: by the steps that the author declared, then answer by answer. Every answer of the draft is kept, migrated,
 * listed as to be answered again, or listed as dropped.
 *
 * @throws {FormError} `form.foreign-draft` when the draft belongs to another procedure, `draft.migration-malformed`, and what `createForm` throws.
 * @example
 * const { draft, report } = migrateDraft(stored, plan, { today, migrations, from: oldPlan });
 * const form = createForm(plan, { today, draft });
 */
export function migrateDraft(draft: Draft, plan: Plan, options: MigrateOptions): MigratedDraft {
  refuseForeign(draft, plan);
  if (draft.planHash === plan.hash) return { draft, report: { ...EMPTY_REPORT, isSamePlan: true } };
  const { migrations, from, units, ...surroundings } = options;
  const { kinds = [], operators, vocabulary } = surroundings;
  const ledger = new Ledger(draft);
  for (const step of migrations === undefined ? [] : chooseSteps(migrations, draft.version, plan.version))
    applyStep(ledger, step);
  const fitting = fitToPlan(ledger, indexPlan(plan, kinds, operators, vocabulary), {
    former: draft.data,
    kinds: [...kinds, ...(vocabulary?.kinds ?? [])],
    findUnit: units && readAddresses(units),
    unitsVersion: units?.current.version,
  });
  const migrated = writeDraft(draft, plan, ledger, fitting);
  const { kept, again, recomputed } = fitting;
  const demands = listNewDemands({
    plan,
    draft: migrated,
    before: from?.planFormat === plan.planFormat ? { plan: from, draft } : undefined,
    surroundings,
    migrated: fitting.migrated,
    again,
  });
  const refused = new Set(demands.map(({ pointer }) => pointer));
  return {
    draft: migrated,
    report: {
      isSamePlan: false,
      kept: kept.filter((pointer) => !refused.has(pointer)),
      migrated: fitting.migrated,
      again: [...again, ...demands],
      dropped: ledger.dropped,
      recomputed,
    },
  };
}

const EMPTY_REPORT: DraftReport = {
  isSamePlan: false,
  kept: [],
  migrated: [],
  again: [],
  dropped: [],
  recomputed: [],
};

function refuseForeign(draft: Draft, plan: Plan): void {
  if (draft.slug === plan.slug) return;
  throw new FormError('form.foreign-draft', `The draft belongs to ${draft.slug}.`, {
    cure: `Open it with the plan of ${draft.slug}.`,
  });
}

function writeDraft(draft: Draft, plan: Plan, ledger: Ledger, { data, inputs }: Fitting): Draft {
  const rows = ledger.rows.map(([tokens, keys]) => [pointerOf(tokens), keys] as const);
  return {
    slug: draft.slug,
    version: plan.version,
    planHash: plan.hash,
    data,
    inputs,
    touched: [...new Set(ledger.touched.map(pointerOf))],
    provenance: Object.fromEntries(ledger.provenance.map(([tokens, provenance]) => [pointerOf(tokens), provenance])),
    ...(draft.rows === undefined ? {} : { rows: Object.fromEntries(rows) }),
  };
}

function readAddresses(units: UnitLists): (address: JsonObject) => UnitFate {
  const find = createUnitFinder(units);
  return ({ province, commune, unitsVersion }) =>
    find({ province: textOf(province), commune: textOf(commune) }, textOf(unitsVersion));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
