import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { brokenInWords } from '../../src/domain/audit/audit-words.ts'
import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { appendAudit, checkAudit, readHead } from '../db/audit-store.ts'
import type { Queries } from '../db/database.ts'
import { type EditionChecksums, readChecksums } from '../db/edition-checksums.ts'
import { instant } from '../db/editions.ts'

/** What a backup holds, written beside it: with it a restore is known to have brought everything back. */
const Manifest = z.object({
  madeAt: z.string(),
  kind: z.enum(['postgres', 'embedded']),
  editions: z.array(
    z.object({ number: z.number(), label: z.string(), exact: z.string(), protected: z.string() }),
  ),
  /** where the audit ended; null of one without a row, absent in backups made before there was an audit */
  audit: z.optional(z.nullable(z.object({ place: z.number(), hash: z.string() }))),
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

/** A backup takes every exact figure out. */
export async function noteBackup(queries: Queries): Promise<void> {
  const at = instant(new Date())
  await appendAudit(queries, [
    { ...commandLine, at, deed: 'exported', about: { form: 'backup' }, outcome: 'done' },
  ])
}

/** What a backup is to hold, as it stands now. */
export async function describeContent(queries: Queries): Promise<Pick<Manifest, 'editions' | 'audit'>> {
  const head = await readHead(queries)
  return { editions: await readChecksums(queries), audit: head.place === 0 ? null : head }
}

/** Compares what stands now with what was backed up; says what it found. */
export async function compareWithManifest(
  queries: Queries,
  { editions, audit }: Manifest,
): Promise<EditionChecksums[]> {
  const now = new Map((await readChecksums(queries)).map((edition) => [edition.number, edition]))
  const others = editions.filter(({ number, exact, protected: shielded }) => {
    const found = now.get(number)
    return found?.exact !== exact || found.protected !== shielded
  })
  if (others.length === 0) {
    if (audit !== undefined) await compareAudit(queries, audit)
    return editions
  }
  throw new BackupError(
    `Restored, and not as it was: ${others.map(({ number, label }) => `edition ${number} (${label})`).join(', ')}. Do not put it into service; restore another backup.`,
  )
}

/** A server's backup may hold rows that were written while it was made: none before its head may be missing. */
async function compareAudit(queries: Queries, head: ChainHead | null): Promise<void> {
  const { broken } = await checkAudit(queries, head ? [head] : [])
  if (!broken) return
  throw new BackupError(
    `Restored, and the audit is not as it was. ${brokenInWords(broken)} Restore another backup, or ask who may have changed this one.`,
  )
}
