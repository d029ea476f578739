/**
 * Orders conditions, rules and mirrors so that each comes after what it depends on, and indexes them by the places they read.
 */
import { parentOf } from '../data/pointer.js';
import type { PlanCell, PlanCondition, PlanDependents, PlanMirror, PlanNode, PlanRule, Pointer } from '../plan/plan.js';
import { isField } from '../plan/find-node.js';
import type { Findings } from './diagnostics.js';

/** What is ordered. */
export interface CellSources {
  nodes: readonly PlanNode[];
  conditions: readonly PlanCondition[];
  rules: readonly PlanRule[];
  mirrors: readonly PlanMirror[];
}

interface Cell {
  name: string;
  cell: PlanCell;
  reads: readonly Pointer[];
  /** Places whose answers it may change or take away. */
  writes: Pointer[];
  /** Nodes that may look otherwise. */
  nodes: Set<number>;
  after: Cell[];
}

/** The order and the index; a cycle is refused with its chain: `plan.conditions-oscillate` among conditions alone, else `rule.cycle`. */
export function orderCells(
  sources: CellSources,
  findings: Findings,
): { order: PlanCell[]; dependents: Record<Pointer, PlanDependents> } {
  const cells = gatherCells(sources);
  const readers = indexReaders(cells);
  linkCells(cells, sources, readers);
  const ordered = sortCells(cells, findings);
  return { order: ordered.map(({ cell }) => cell), dependents: indexDependents(ordered, sources) };
}

function gatherCells({ nodes, conditions, rules, mirrors }: CellSources): Cell[] {
  const byPointer = new Map(nodes.map((node) => [node.pointer, node]));
  const ofConditions = conditions.map<Cell>(({ id, at, schema, present, reads }) => ({
    name: `${at || '/'} ${schema ?? `has ${present ?? ''}`}`,
    cell: { condition: id },
    reads,
    writes: [],
    nodes: new Set(),
    after: [],
  }));
  for (const node of nodes) {
    const group = !isField(node);
    const touch = (ids: readonly number[] | undefined, writes: boolean, pointer = node.pointer): void => {
      for (const id of ids ?? []) {
        ofConditions[id]?.nodes.add(node.id);
        if (writes) ofConditions[id]?.writes.push(pointer);
      }
    };
    touch(node.hiddenWhen, true);
    touch(node.declaredWhen, true);
    touch(node.requiredWhen, group);
    touch(
      node.checks?.flatMap(({ condition }) => condition ?? []),
      false,
    );
    for (const part of node.parts ?? []) touch(part.hiddenWhen, true, part.pointer);
  }
  conditions.forEach(({ parent }, id) => {
    const own = ofConditions[id];
    const above = parent === undefined ? undefined : ofConditions[parent];
    if (own !== undefined && above !== undefined) above.after.push(own);
  });
  const ofRules = rules.map<Cell>(({ id, effect, pointer, hides, reads }) => ({
    name: `${effect} of ${pointer}`,
    cell: { rule: id },
    reads,
    writes: hides?.slice() ?? (effect === 'visible' || effect === 'computed' ? [pointer] : []),
    nodes: new Set((hides ?? [pointer]).flatMap((place) => byPointer.get(place)?.id ?? [])),
    after: [],
  }));
  const ofMirrors = mirrors.map<Cell>(({ id, pairs, reads }) => ({
    name: `mirror ${id}`,
    cell: { mirror: id },
    reads,
    writes: pairs.flat(),
    nodes: new Set(pairs.flat().flatMap((pointer) => byPointer.get(pointer)?.id ?? [])),
    after: [],
  }));
  return [...ofConditions, ...ofRules, ...ofMirrors];
}

/** Finds who reads a place: the place itself, one above it, or one below it. */
interface Readers {
  of(pointer: Pointer): Set<Cell>;
}

function indexReaders(cells: readonly Cell[]): Readers {
  const exact = new Map<Pointer, Cell[]>();
  const under = new Map<Pointer, Cell[]>();
  for (const cell of cells) {
    for (const read of cell.reads) {
      add(exact, read, cell);
      for (let above = parentOf(read); above !== undefined; above = parentOf(above)) add(under, above, cell);
    }
  }
  return {
    of(pointer) {
      const found = new Set(under.get(pointer));
      for (let here: Pointer | undefined = pointer; here !== undefined; here = parentOf(here))
        for (const cell of exact.get(here) ?? []) found.add(cell);
      return found;
    },
  };
}

function add(index: Map<Pointer, Cell[]>, key: Pointer, cell: Cell): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [cell]);
  else list.push(cell);
}

/** What is written to one side of a mirror may reach the other. */
function linkCells(cells: readonly Cell[], { mirrors }: CellSources, readers: Readers): void {
  const twins = new Map<Pointer, Pointer[]>();
  for (const [left, right] of mirrors.flatMap(({ pairs }) => pairs)) {
    twins.set(left, [...(twins.get(left) ?? []), right]);
    twins.set(right, [...(twins.get(right) ?? []), left]);
  }
  for (const cell of cells) {
    for (const pointer of cell.writes) {
      const reached = [pointer, ...('rule' in cell.cell ? (twins.get(pointer) ?? []) : [])];
      for (const reader of reached.flatMap((place) => [...readers.of(place)]))
        if (!cell.after.includes(reader)) cell.after.push(reader);
    }
  }
}

function sortCells(cells: readonly Cell[], findings: Findings): Cell[] {
  const ordered: Cell[] = [];
  const state = new Map<Cell, 'open' | 'done'>();
  for (const start of cells) {
    const open: { cell: Cell; next: number }[] = state.has(start) ? [] : [{ cell: start, next: 0 }];
    if (open.length > 0) state.set(start, 'open');
    for (let entry = open.at(-1); entry !== undefined; entry = open.at(-1)) {
      const follower = entry.cell.after[entry.next];
      entry.next += 1;
      if (follower === undefined) {
        state.set(entry.cell, 'done');
        ordered.push(entry.cell);
        open.pop();
      } else if (state.get(follower) === 'open') {
        refuseCycle(
          [...open.slice(open.findIndex(({ cell }) => cell === follower)).map(({ cell }) => cell), follower],
          findings,
        );
      } else if (!state.has(follower)) {
        state.set(follower, 'open');
        open.push({ cell: follower, next: 0 });
      }
    }
  }
  return ordered.reverse();
}

function refuseCycle(cells: readonly Cell[], findings: Findings): void {
  const chain = cells.map(({ name }) => name);
  const round = chain.join(' → ');
  if (cells.every(({ cell }) => 'condition' in cell))
    findings.refuse(
      'plan.conditions-oscillate',
      'data.schema.json',
      '',
      `Conditions never come to rest: ${round}.`,
      'Let a place that conditions take away not decide on them.',
      chain,
    );
  else
    findings.refuse(
      'rule.cycle',
      'form.json',
      '',
      `Rules go round: ${round}.`,
      'Let a rule not rest on what it decides, neither itself nor over others.',
      chain,
    );
}

function indexDependents(ordered: readonly Cell[], { nodes }: CellSources): Record<Pointer, PlanDependents> {
  const position = new Map(ordered.map((cell, index) => [cell, index]));
  const readers = indexReaders(ordered);
  const places = new Set(nodes.flatMap((node) => [node.pointer, ...(node.parts ?? []).map(({ pointer }) => pointer)]));
  const dependents: Record<Pointer, PlanDependents> = {};
  for (const pointer of places) {
    const found = [...readers.of(pointer)];
    if (found.length === 0) continue;
    const touched = new Set(found.flatMap((cell) => [...cell.nodes]));
    dependents[pointer] = {
      nodes: [...touched].sort((left, right) => left - right),
      cells: found.map((cell) => position.get(cell) ?? 0).sort((left, right) => left - right),
    };
  }
  return dependents;
}
