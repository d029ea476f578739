/**
 * Runs the saves of one draft one after the other. While one is under way only the newest of those that follow is kept: all
 * of them settle with it.
 */
export interface SaveQueue<Value, Result> {
  save(id: string, value: Value): Promise<Result>;
  /** Resolves when nothing is under way for this draft. */
  idle(id: string): Promise<void>;
}

interface Turn<Value, Result> {
  value: Value;
  result: Promise<Result>;
}

interface Lane<Value, Result> {
  tail: Promise<unknown>;
  waiting?: Turn<Value, Result> | undefined;
}

export function createSaveQueue<Value, Result>(
  run: (id: string, value: Value) => Promise<Result>,
): SaveQueue<Value, Result> {
  const lanes = new Map<string, Lane<Value, Result>>();

  function takeTurn(id: string, lane: Lane<Value, Result>, value: Value): Promise<Result> {
    const go = (): Promise<Result> => {
      lane.waiting = undefined;
      return run(id, turn.value);
    };
    const turn: Turn<Value, Result> = { value, result: lane.tail.then(go, go) };
    const tail = turn.result.then(
      () => {},
      () => {},
    );
    lane.waiting = turn;
    lane.tail = tail;
    void tail.then(() => {
      if (lane.tail === tail) lanes.delete(id);
    });
    return turn.result;
  }

  return {
    save(id, value) {
      const lane = lanes.get(id) ?? { tail: Promise.resolve() };
      lanes.set(id, lane);
      if (!lane.waiting) return takeTurn(id, lane, value);
      lane.waiting.value = value;
      return lane.waiting.result;
    },
    async idle(id) {
      for (let lane = lanes.get(id); lane; lane = lanes.get(id)) await lane.tail;
    },
  };
}
