/** The gateways of a run: real programs on one database, killed and started again while requests come in. */
import { startGatewayProcess } from '../../packages/gateway/dist/testing/index.js';

/**
 * @param {{ size: number, variables: Record<string, string>, program: string | undefined, random: () => number }} options
 * @returns a fleet; `send` takes a request to any of them and fails as a network does when that one is gone
 */
export async function openFleet({ size, variables, program, random }) {
  const start = () => startGatewayProcess(variables, program);
  const gateways = await Promise.all(Array.from({ length: size }, start));
  const starting = new Map();
  let kills = 0;

  return {
    kills: () => kills,
    send: (request) => gateways[Math.floor(random() * size)].send(request),
    /** Kills one that stands, and starts another in its place. */
    killOne() {
      const index = Math.floor(random() * size);
      if (starting.has(index)) return;
      kills += 1;
      starting.set(index, replace(index));
    },
    async close() {
      await Promise.all(starting.values());
      const codes = await Promise.all(gateways.map((gateway) => gateway.stop()));
      if (codes.some((code) => code !== 0)) throw new Error(`a gateway ended with ${codes.join(', ')}`);
    },
  };

  async function replace(index) {
    await gateways[index].kill();
    gateways[index] = await start();
    starting.delete(index);
  }
}
