import type { Audience } from '../../src/domain/editions/publication.ts'
import type { FrozenEdition, OwnPart, Store } from '../../src/service/store.ts'
import { createLogWriter, readLinkable } from './action-store.ts'
import { appendAudit, checkAudit, readAudit } from './audit-store.ts'
import { createDraftWriter, readDrafts } from './commentary-store.ts'
import type { Database, Queries } from './database.ts'
import { readEdition, readEditions } from './editions.ts'
import { openExactHistory, openExactLog, openExactReader } from './exact-reader.ts'
import { findOwnPart } from './find-own-part.ts'
import { readOrganisation } from './organisation.ts'
import { readPack, storePack } from './pack-store.ts'
import { openProtectedHistory, openProtectedLog, openProtectedReader } from './protected-reader.ts'
import { followReplica, type OpenedEdition, readOnReplica } from './replica.ts'
import { withdrawEdition } from './withdraw-edition.ts'
import { readWithheld } from './withheld-store.ts'

/** readers keep the documents of their edition; few editions are read at one time */
const mostReaders = 24

type StoreDatabase = Pick<Database, 'queries'> & Partial<Pick<Database, 'replica'>>

/**
 * What the service answers from, kept in the database. Editions are read from its copy, where there is one and they have
 * arrived there; everything that changes is read where it is written.
 */
export function createDatabaseStore({ queries, replica = null }: StoreDatabase): Store {
  const copy = replica && followReplica(replica)
  // as of when each was asked for last: openEdition follows findEdition
  const onCopy = new Set<number>()
  const opened = new Map<string, OpenedEdition>()
  // an edition never changes: its number and its day are asked for once
  const frozen = new Map<number, FrozenEdition>()

  const openIn = (
    queries: Queries,
    audience: Audience,
    edition: FrozenEdition,
    own: OwnPart | null,
  ): OpenedEdition =>
    audience === 'exact'
      ? {
          edition,
          reader: openExactReader(queries, edition.number, own),
          history: openExactHistory(queries, edition.number, own),
        }
      : {
          edition,
          reader: openProtectedReader(queries, edition.number),
          history: openProtectedHistory(queries, edition.number),
        }

  const open = (audience: Audience, edition: FrozenEdition, own: OwnPart | null): OpenedEdition => {
    const here = openIn(queries, audience, edition, own)
    return copy && onCopy.has(edition.number)
      ? readOnReplica(openIn(copy.queries, audience, edition, own), here)
      : here
  }

  return {
    readOrganisation: async () => await readOrganisation(queries),
    readEditions: async () => await readEditions(queries),
    readEdition: async (which) => await readEdition(queries, which),
    withdrawEdition: async (number, withdrawal, entry) =>
      await withdrawEdition(queries, number, withdrawal, entry),
    async findEdition(which) {
      const known = which === 'latest' ? undefined : frozen.get(which)
      const found = known ?? (await readEdition(queries, which))
      if (!found) return null
      const edition = known ?? { number: found.number, dataAsAt: found.dataAsAt }
      frozen.set(edition.number, edition)
      if (await copy?.has(edition.number)) onCopy.add(edition.number)
      return edition
    },
    findOwnPart: async (services) => await findOwnPart(queries, services),
    openEdition(audience, edition, own = null) {
      const key = JSON.stringify([
        audience,
        edition.number,
        onCopy.has(edition.number),
        own && [[...own.kpis], [...own.milestones]],
      ])
      const known = opened.get(key) ?? open(audience, edition, own)
      opened.set(key, known)
      const oldest = opened.keys().next().value
      if (opened.size > mostReaders && oldest !== undefined) opened.delete(oldest)
      return known
    },
    readWithheld: async ({ number }, kpis, own = null) => await readWithheld(queries, number, kpis, own),
    readLog: async (audience, own = null) =>
      await (audience === 'exact' ? openExactLog(queries, own) : openProtectedLog(queries)).read(),
    writeLog: async (work) =>
      await queries.transaction(async (transaction) => await work(await createLogWriter(transaction))),
    readLinkable: async () => await readLinkable(queries),
    readDrafts: async (which) => await readDrafts(queries, which),
    writeDrafts: async (work) =>
      await queries.transaction(async (transaction) => await work(await createDraftWriter(transaction))),
    readPack: async (id) => await readPack(queries, id),
    storePack: async (id, pack, at) => await storePack(queries, id, pack, new Date(at)),
    readAudit: async (selection) => await readAudit(queries, selection),
    checkAudit: async (known) => await checkAudit(queries, known),
    async noteInAudit(entry) {
      await appendAudit(queries, [entry])
    },
  }
}
