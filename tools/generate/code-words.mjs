/** The words of every code of the engine, those of the further kinds included. */
import { furtherEn, furtherVi } from '../../packages/form-engine/dist/kinds/further/index.js';
import { en as commonEn } from '../../packages/form-engine/dist/text/messages/en.js';
import { vi as commonVi } from '../../packages/form-engine/dist/text/messages/vi.js';

export const vi = { ...commonVi, ...furtherVi };
export const en = { ...commonEn, ...furtherEn };
