/** The gateway that the stories of the journeys run on: the one that the address of the page names, else the one of `npm start`. */

const usual = 'http://127.0.0.1:4180';

/** Resolves with the address of a gateway that answers. Rejects with what to start. */
export async function findGateway(): Promise<string> {
  const address = new URLSearchParams(location.search).get('gateway') ?? usual;
  if (await answers(address)) return address;
  throw new Error(
    `No gateway answers ${location.origin} at ${address}. Run "npm start" in another terminal, then reload this story. ` +
      `If a gateway runs already, start it with PORTAL_ORIGINS=${location.origin}.`,
  );
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/v1/health`)).ok;
  } catch {
    return false;
  }
}
