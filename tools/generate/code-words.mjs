/** The words of every code of the engine, those of the further kinds included. */
import { furtherEn } from '../../packages/form-engine/dist/kinds/further/messages/en.js';
import { furtherVi } from '../../packages/form-engine/dist/kinds/further/messages/vi.js';
import { en as commonEn } from '../../packages/form-engine/dist/text/messages/en.js';
import { vi as commonVi } from '../../packages/form-engine/dist/text/messages/vi.js';

export const vi = { ...commonVi, ...furtherVi };
export const en = { ...commonEn, ...furtherEn };
