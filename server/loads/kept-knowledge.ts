import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { MappingsReply, type SavedMapping } from '../../src/contract/mappings.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import type { FileMapping } from '../../src/ingest/mapping.ts'
import { listMappings } from '../db/mapping-store.ts'
import { whyNotOpened } from '../db/why-not-opened.ts'
import type { Settings } from '../settings.ts'
import { askServer, type LoadToken, RefusedError, readLoadToken } from './load-through-server.ts'
import { filesOf } from './recognise.ts'
import { readStanding } from './standing-edition.ts'
import { where } from './where.ts'

/** What the database knows that a proposal is made from. */
export interface KeptKnowledge {
  mappings: readonly FileMapping[]
  kpis: readonly { id: string; name: string }[]
  /** why it was not asked; null where it was, or where there is none yet */
  why: string | null
}

const nothingKept: KeptKnowledge = { mappings: [], kpis: [], why: null }

/** Saved mappings and measures, of the service where it runs; a database that is not there yet is not made for it. */
export async function readKept(settings: Settings): Promise<KeptKnowledge> {
  const isThere =
    Boolean(settings.databaseUrl) ||
    existsSync(join(settings.dataDirectory, 'pg')) ||
    (await readLoadToken(settings.dataDirectory)) !== null
  if (!isThere) return nothingKept
  try {
    return await where(settings, throughServer, async ({ queries }) => {
      const { kpis } = await readStanding(queries)
      return keptOf(await listMappings(queries), kpis)
    })
  } catch (error) {
    // a proposal is made without it as well
    const isTellable = [...whyNotOpened, RefusedError].some((kind) => error instanceof kind)
    if (!isTellable || !(error instanceof Error)) throw error
    return { ...nothingKept, why: error.message }
  }
}

const KpisOfReply = z.object({ kpis: z.array(z.object({ id: z.string(), name: z.string() })) })

async function throughServer(key: LoadToken): Promise<KeptKnowledge> {
  const ask = async (path: string) => await askServer(key, apiBase + path, { method: 'GET' })
  const { mappings } = MappingsReply.parse(await ask(officerPaths.mappings()))
  const { editions } = z.object({ editions: z.array(z.unknown()) }).parse(await ask('/editions'))
  // of an empty database there is nothing to ask
  const { kpis } = editions.length > 0 ? KpisOfReply.parse(await ask('/kpis')) : { kpis: [] }
  return keptOf(mappings, kpis)
}

function keptOf(
  mappings: readonly SavedMapping[],
  kpis: readonly { id: string; name: string }[],
): KeptKnowledge {
  return {
    mappings: mappings.flatMap(filesOf),
    kpis: kpis.map(({ id, name }) => ({ id, name })),
    why: null,
  }
}
