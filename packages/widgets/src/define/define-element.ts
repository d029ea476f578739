/** Registers an element once. Two copies of the library on one page keep the first class and say so to the developer. */
export function defineElement(tag: `motcua-${string}`, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (known === undefined) customElements.define(tag, element);
  else if (known !== element)
    console.warn(`<${tag}> is already registered by another copy of @motcua/widgets; the first one stays.`);
}
