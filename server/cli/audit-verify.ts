/**
 * Whether the audit is whole: every row as it was written, in its place, none missing.
 *
 *   npm run audit:verify -- [--head ROW:HASH]… [--json]
 *
 * A head is where the audit ended at some time: each publication writes one into the log, each backup into its
 * manifest. Without one, rows that were cut off the end are not missed.
 *
 * Exit 0: whole. 1: broken, and where; or it could not be read. 2: wrong usage.
 */
import { AuditChainReply } from '../../src/contract/audit.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { brokenInWords } from '../../src/domain/audit/audit-words.ts'
import type { ChainHead, ChainReport } from '../../src/domain/audit/chain.ts'
import { readHead, writeHead } from '../../src/domain/audit/chain-head.ts'
import { checkAudit } from '../db/audit-store.ts'
import { whyNotOpened } from '../db/why-not-opened.ts'
import { askServer, RefusedError } from '../loads/load-through-server.ts'
import { where } from '../loads/where.ts'
import { describeError } from '../log/loggable-error.ts'
import { readOptions, UsageError } from '../read-options.ts'
import { SettingError } from '../setting-error.ts'
import { readSettings } from '../settings.ts'
import { wordsFor } from '../words-for-people.ts'

const usage = `Usage: npm run audit:verify -- [--head ROW:HASH]… [--json]

  --head  where the audit ended at some time, as the log and the backups say; may be given several times
  --json  the outcome as one JSON object`

function readArguments(given: string[]): { known: ChainHead[]; isJson: boolean } {
  const { head = [], json = false } = parse(given)
  const known = head.map((text) => {
    const read = readHead(text)
    if (!read) throw new UsageError('--head needs the number of a row, a colon and its hash of 64 digits.')
    return read
  })
  return { known, isJson: json }
}

function parse(given: readonly string[]) {
  return readOptions(given, { head: { type: 'string', multiple: true }, json: { type: 'boolean' } })
}

function tell({ links, head, broken }: ChainReport): string {
  if (broken) {
    const last = head ? `The last whole row is ${writeHead(head)}.` : 'No row before it is whole.'
    return `The audit is broken. ${brokenInWords(broken)} ${last}`
  }
  return head
    ? `The audit is whole: ${links} rows, to ${writeHead(head)}.`
    : 'The audit is whole: it has no row yet.'
}

const tellable = [RefusedError, SettingError, ...whyNotOpened]

try {
  const { known, isJson } = readArguments(process.argv.slice(2))
  const report = await where(
    readSettings(process.env),
    async (key) =>
      AuditChainReply.parse(
        await askServer(key, apiBase + officerPaths.auditChain(known.map(writeHead)), {}),
      ),
    (database) => checkAudit(database.queries, known),
  )
  console.log(isJson ? JSON.stringify(report) : tell(report))
  process.exitCode = report.broken ? 1 : 0
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`)
  else console.error(wordsFor(error, tellable) ?? `The audit could not be read: ${describeError(error)}.`)
  process.exitCode = error instanceof UsageError || error instanceof SettingError ? 2 : 1
}
