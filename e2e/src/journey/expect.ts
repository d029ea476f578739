/** Waits until something holds; says what did not when it never does. */
const limit = 15_000;
const pause = 50;

export async function expect(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
