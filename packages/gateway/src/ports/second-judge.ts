/**
 * An independent validator beside the engine.
 */
export interface SchemaFinding {
  keyword: string;
  /** Into the answers; `required` and its like point at the missing property itself. */
  pointer: string;
}

export type Verdict =
  | { kind: 'valid' }
  | { kind: 'invalid'; findings: readonly SchemaFinding[] }
  /** Out of time, or broken: counted, never a refusal. */
  | { kind: 'none' };

export interface SecondJudge {
  judge(planHash: string, data: unknown): Promise<Verdict>;
  close(): Promise<void>;
}
