/**
 * An independent validator beside the engine.
 */
import type { Issue } from '@motcua/schemas';

/** One thing that the judge refuses, in the words of the engine. */
export interface SchemaFinding {
  /** `keyword.<name>` or `format.<name>`. */
  code: string;
  /** Into the answers; `required` and its like point at the missing property itself. */
  pointer: string;
  /** As the engine gives them, so that the same text can be rendered. */
  params: Issue['params'];
}

/**
 * Why there is no verdict: `time` the limit ran out on this question, `busy` it waited too long behind others,
 * `schema` the judge cannot compile this plan's schema, `broken` its thread ended or did not start, `closed` the gateway is closing.
 */
export type Silence = 'time' | 'busy' | 'schema' | 'broken' | 'closed';

export type Verdict =
  | { kind: 'valid' }
  | { kind: 'invalid'; findings: readonly SchemaFinding[] }
  /** Counted, never a refusal. */
  | { kind: 'none'; reason: Silence };

export interface SecondJudge {
  /** Never rejects. */
  judge(planHash: string, data: unknown): Promise<Verdict>;
  close(): Promise<void>;
}
