/** z-schema, compiled to a function that returns its verdict; the depth that it bounds is raised for the tree. */
import ZSchema from 'z-schema';

const validator = ZSchema.create({ safe: true, version: 'draft2020-12', maxRecursionDepth: 2_000 });

export default {
  compile(schema) {
    const validate = validator.compile(schema);
    return {
      check: (data) => validate(data).valid,
      collect: (data) => validate(data).err?.details?.length ?? 0,
    };
  },
};
