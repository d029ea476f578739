/**
 * The program's commands for back-ups: `backup <folder>` and `restore <folder>`.
 */
import { BackupError } from './backup/backup-error.js';
import type { BackupManifest } from './backup/manifest.js';
import { restoreBackup } from './backup/restore-backup.js';
import { writeBackup, type BackupPlaces } from './backup/write-backup.js';
import type { GatewayOptions } from './create-gateway.js';

export const BACKUP_COMMANDS = ['backup', 'restore'] as const;

/**
 * Carries a command out; answers the line to print.
 * @throws BackupError
 */
export async function runBackupCommand(
  [command, folder]: readonly string[],
  options: GatewayOptions,
  now: Date = new Date(),
): Promise<string> {
  if (!folder) throw new BackupError('Name the folder of the back-up: backup <folder>, or restore <folder>.');
  const places = findPlaces(options);
  if (command === 'restore') return describe('Restored', await restoreBackup(folder, places));
  const manifest = await writeBackup(folder, places, now);
  const { damagedPapers } = manifest;
  if (damagedPapers.length === 0) return describe('Backed up', manifest);
  return `${describe('Backed up', manifest)}\nMissing or damaged papers of dossiers: ${damagedPapers.join(', ')}`;
}

function findPlaces({ database, uploadsDir, signingKey }: GatewayOptions): BackupPlaces {
  if (!signingKey || !('file' in signingKey)) throw new BackupError('The signing key is in no file.');
  return { database, uploadsDir, signingKey: signingKey.file };
}

function describe(done: string, { tables, files, takenAt }: BackupManifest): string {
  const dossiers = tables.find(({ name }) => name === 'dossier')?.rows ?? 0;
  return `${done}: ${dossiers} dossiers, ${files.length} files, as of ${takenAt}.`;
}
