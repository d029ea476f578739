/** React Hook Form without React: its form control. Rows are a value written anew, since its field arrays live in a component. */
import { createFormControl } from 'react-hook-form';
import { LEAST, MOST, namesOf, rowOf } from '../models/schemas.mjs';

const rules = { required: true, minLength: LEAST, maxLength: MOST };

export default {
  openFlat(size) {
    const names = namesOf(size);
    const { control, register, setValue, getFieldState, subscribe } = createFormControl({ mode: 'onChange' });
    control._state.mount = true;
    for (const name of names) register(name, rules);
    const middle = names[Math.floor(size / 2)];
    const stop = subscribe({ name: middle, formState: { values: true, errors: true }, callback: () => undefined });
    const options = { shouldValidate: true, shouldDirty: true };
    return {
      press: (text) => setValue(middle, text, options),
      async settled(text) {
        setValue(middle, text, options);
        await Promise.resolve();
        return getFieldState(middle).invalid ? 1 : 0;
      },
      close: stop,
    };
  },

  openRows(count) {
    const rows = Array.from({ length: count }, (_, index) => rowOf(index));
    const { control, register, setValue, getValues } = createFormControl({ defaultValues: { rows } });
    // As its hook does once the form stands in a page; before that, values are the first ones.
    control._state.mount = true;
    register('rows');
    const middle = Math.floor(count / 2);
    const write = (act) => {
      const next = getValues('rows').slice();
      act(next);
      setValue('rows', next);
    };
    return {
      append: () => write((list) => list.push(rowOf(count))),
      insert: () => write((list) => list.splice(middle, 0, rowOf(count))),
      removeFirst: () => write((list) => list.shift()),
      move: () => write((list) => list.splice(middle, 0, list.shift())),
      length: () => getValues('rows').length,
      close: () => undefined,
    };
  },
};
