/**
 * The whole public edition as files for any static host.
 *
 *   npm run publish:static -- --edition N --out DIR [--origin URL] [--pack ID]…
 *
 * Exit 0: written. 1: it cannot be, and why. 2: wrong usage.
 */
import { join, resolve } from 'node:path'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { appendAudit } from '../db/audit-store.ts'
import { instant } from '../db/editions.ts'
import { whyNotOpened } from '../db/why-not-opened.ts'
import { askServer, RefusedError } from '../loads/load-through-server.ts'
import { where } from '../loads/where.ts'
import { describeError } from '../log/loggable-error.ts'
import { readOptions, UsageError } from '../read-options.ts'
import { SettingError } from '../setting-error.ts'
import { isOrigin, readSettings } from '../settings.ts'
import { askService } from '../static-edition/ask-service.ts'
import { collectReplies, NotPublishableError, type Wanted } from '../static-edition/collect-replies.ts'
import { type Written, writeEdition } from '../static-edition/write-edition.ts'
import { wordsFor } from '../words-for-people.ts'

const usage = `Usage: npm run publish:static -- --edition N --out DIR [--origin URL] [--pack ID]…

  --edition  the number of a published edition
  --out      a folder that is not there yet, or is empty
  --origin   where the folder will stand, such as https://figures.example: messages then
             show a picture beside links to a measure
  --pack     a stored pack to publish with it; may be given several times`

interface Arguments extends Wanted {
  folder: string
  origin: string | undefined
}

function readArguments(given: string[]): Arguments {
  const { edition, out, origin, pack = [] } = parse(given)
  if (!edition || !/^[1-9]\d{0,5}$/.test(edition)) {
    throw new UsageError('--edition needs the number of an edition, such as 5.')
  }
  if (!out) throw new UsageError('--out needs a folder.')
  if (origin !== undefined && !isOrigin(origin)) {
    throw new UsageError('--origin needs a scheme and a host, such as https://figures.example.')
  }
  return { edition: Number(edition), folder: resolve(out), origin, packs: pack }
}

function parse(given: readonly string[]) {
  return readOptions(given, {
    edition: { type: 'string' },
    out: { type: 'string' },
    origin: { type: 'string' },
    pack: { type: 'string', multiple: true },
  })
}

async function publish({ folder, origin, ...wanted }: Arguments): Promise<Written> {
  const asked = await askService(readSettings(process.env))
  try {
    const assets = join(import.meta.dirname, '..', '..', 'dist')
    const { ask } = asked
    const { edition } = wanted
    return await writeEdition(collectReplies(ask, wanted), { edition, assets, folder, ask, origin })
  } finally {
    await asked.close()
  }
}

/** That somebody put a whole edition out. */
async function noteInAudit(edition: number): Promise<void> {
  const about = { form: 'files', edition } as const
  await where(
    readSettings(process.env),
    async (key) =>
      void (await askServer(key, apiBase + officerPaths.exports(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(about),
      })),
    async ({ queries }) => {
      const at = instant(new Date())
      await appendAudit(queries, [{ ...commandLine, at, deed: 'exported', about, outcome: 'done' }])
    },
  )
}

const tellable = [RefusedError, NotPublishableError, SettingError, ...whyNotOpened]

try {
  const given = readArguments(process.argv.slice(2))
  const { files, bytes } = await publish(given)
  await noteInAudit(given.edition)
  console.log(
    `Edition ${given.edition}, as the panel sees it, is in ${given.folder}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB. ` +
      'SHA256SUMS lists them; docs/operations.md says what a host has to do.',
  )
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`)
  else
    console.error(
      wordsFor(error, tellable) ??
        `The edition could not be written: ${describeError(error)}. Nothing was published.`,
    )
  process.exitCode = error instanceof UsageError ? 2 : 1
}
