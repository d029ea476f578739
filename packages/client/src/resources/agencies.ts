import type { Agency } from '@motcua/schemas';
import type { Agencies } from '../client.js';
import { recognizeMembers } from '../transport/read-answer.js';
import type { Transport } from '../transport/transport.js';

const recognizeAgency = recognizeMembers<Agency>({
  code: 'string',
  name: 'object',
  provinceCode: 'string',
  provinceName: 'object',
});

export function createAgencies(transport: Transport): Agencies {
  return {
    get: (code, options) =>
      transport.request({
        path: `v1/agencies/${encodeURIComponent(code)}`,
        recognize: recognizeAgency,
        cache: 'no-cache',
        signal: options?.signal,
      }),
  };
}
