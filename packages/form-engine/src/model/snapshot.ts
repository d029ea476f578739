/**
 * The answers as an immutable object: made when somebody looks, sharing everything that did not change since the last look.
 */
import { isObject, writeTokens } from '../data/json.js';
import { tokensOf } from '../data/pointer.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import type { Answers } from './answers.js';
import type { LiveNode } from './plan-index.js';

/** Follows what was written and brings the object up to date at the next look. */
export class Snapshot {
  private readonly written = new Set<LiveNode>();
  private object: JsonObject = {};

  constructor(
    private readonly answers: Answers,
    nodes: readonly LiveNode[],
  ) {
    for (const node of nodes) if (answers.kept(node) !== undefined) this.written.add(node);
  }

  note(node: LiveNode): void {
    this.written.add(node);
  }

  read(): JsonObject {
    for (const node of this.written) this.object = this.withAnswer(node, this.answers.kept(node));
    this.written.clear();
    return this.object;
  }

  private withAnswer(node: LiveNode, value: JsonValue | undefined): JsonObject {
    const written = writeTokens(this.object, tokensOf(node.pointer), value);
    return isObject(written) ? written : {};
  }
}
