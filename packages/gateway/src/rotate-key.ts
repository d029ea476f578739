#!/usr/bin/env node
/**
 * Gives the gateway a new signing key: the present one is published as retired from now on, and what it signed can still be verified.
 * Run it while no gateway runs on this data folder: one that runs would go on with the old key.
 */
import { dirname } from 'node:path';
import { openKeyFile, replaceKeyFile } from './adapters/signing/ed25519-keys.js';
import { retireKey } from './adapters/signing/retired-keys.js';
import { readConfiguration } from './configuration.js';

const { signingKey } = readConfiguration(process.env);
if (!signingKey || !('file' in signingKey)) throw new Error('the signing key is not in a file');
const [present] = (await openKeyFile(signingKey.file)).publish();
if (!present) throw new Error('there is no key');
// The old key is published as retired first: a crash between the two leaves it in use, and nothing lost.
await retireKey(dirname(signingKey.file), present, new Date());
await replaceKeyFile(signingKey.file);
const [next] = (await openKeyFile(signingKey.file)).publish();
process.stdout.write(`Retired ${present.kid}\nSigning with ${next?.kid ?? ''} from the next start\n`);
