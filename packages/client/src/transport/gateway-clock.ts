/** The gateway's time, told from the `Date` of its fresh answers: ages and deadlines must not hang on a wrong device clock. */
export interface GatewayClock {
  now(): Date;
  /** @param sentAt, receivedAt Milliseconds by the device's clock. */
  observe(dateHeader: string | null, sentAt: number, receivedAt: number): void;
}

export function createGatewayClock(deviceNow: () => number = Date.now): GatewayClock {
  let offset = 0;
  return {
    now: () => new Date(deviceNow() + offset),
    observe(dateHeader, sentAt, receivedAt) {
      const stamped = dateHeader === null ? NaN : Date.parse(dateHeader);
      if (Number.isNaN(stamped)) return;
      // The header has whole seconds, so on average half a second is cut off.
      offset = stamped + 500 - (sentAt + receivedAt) / 2;
    },
  };
}
