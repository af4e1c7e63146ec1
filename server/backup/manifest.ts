import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import type { Queries } from '../db/database.ts'
import { type EditionChecksums, readChecksums } from '../db/edition-checksums.ts'

/** What a backup holds, written beside it: with it a restore is known to have brought everything back. */
const Manifest = z.object({
  madeAt: z.string(),
  kind: z.enum(['postgres', 'embedded']),
  editions: z.array(
    z.object({ number: z.number(), label: z.string(), exact: z.string(), protected: z.string() }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

/** A backup that cannot be used, or that did not bring back what it had; the message is made to be read. */
export class BackupError extends Error {}

const pathOf = (file: string) => `${file}.checksums.json`

export async function writeManifest(file: string, manifest: Manifest): Promise<void> {
  await writeFile(pathOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
}

export async function readManifest(file: string, kind: Manifest['kind']): Promise<Manifest> {
  const manifest = await readFile(pathOf(file), 'utf8').then(
    (text) => Manifest.parse(JSON.parse(text)),
    () => null,
  )
  if (!manifest) {
    throw new BackupError(
      `${pathOf(file)} is not there or cannot be read. A backup is two files: put the one with the checksums beside ${file}.`,
    )
  }
  if (manifest.kind === kind) return manifest
  throw new BackupError(
    kind === 'postgres'
      ? 'This is a backup of an embedded database: restore it without DATABASE_URL.'
      : 'This is a backup of a PostgreSQL server: name the server with DATABASE_URL.',
  )
}

/** Compares what stands now with what was backed up; says what it found. */
export async function compareWithManifest(
  queries: Queries,
  { editions }: Manifest,
): Promise<EditionChecksums[]> {
  const now = new Map((await readChecksums(queries)).map((edition) => [edition.number, edition]))
  const others = editions.filter(({ number, exact, protected: shielded }) => {
    const found = now.get(number)
    return found?.exact !== exact || found.protected !== shielded
  })
  if (others.length === 0) return editions
  throw new BackupError(
    `Restored, and not as it was: ${others.map(({ number, label }) => `edition ${number} (${label})`).join(', ')}. Do not put it into service; restore another backup.`,
  )
}
