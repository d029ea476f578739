/** ajv's code, generated before: the schema is known when the page is built. To be ready means to load the module. */
let loads = 0;

export default {
  /** @param {{standalone: string}} options address of the generated module */
  async compile(_schema, { standalone }) {
    loads += 1;
    const { default: validate } = await import(`${standalone}?load=${loads}`);
    return {
      check: (data) => validate(data),
      collect: (data) => (validate(data) ? 0 : validate.errors.length),
    };
  },
};
