import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openPostgres } from '../../../server/db/database.ts'
import { Load } from '../../../src/contract/loads.ts'
import { formOf } from '../../support/load-files.ts'
import { cloneDatabase, type OwnDatabase } from '../../support/postgres/databases.ts'
import { countRows } from '../support/a-database.ts'
import { aProcess, type TestProcess } from '../support/a-process.ts'

/** Two services as they are started in the field, over one PostgreSQL that was empty. */
const home = mkdtempSync(join(tmpdir(), 'dashboard-fleet-'))
let own: OwnDatabase
/** looks at what they do, and holds them up */
let observer: Database
let [one, other]: Instance[] = []

interface Instance {
  process: TestProcess
  base: string
  token: { authorization: string }
}

beforeAll(async () => {
  own = await cloneDatabase('template0')
  ;[one, other] = await Promise.all([start('one'), start('other')])
  observer = await openPostgres(own.url)
})
afterAll(async () => {
  await one?.process.kill('SIGKILL')
  await other?.process.kill('SIGKILL')
  await observer.close()
  await own.remove()
  rmSync(home, { recursive: true, force: true })
})

async function start(name: string): Promise<Instance> {
  const directory = join(home, name)
  const process = aProcess('../../../scripts/serve.ts', {
    DATA_DIR: directory,
    DATABASE_URL: own.url,
    PORT: '0',
    HOST: '127.0.0.1',
    SEED: 'demonstration',
  })
  await process.printed('Open http')
  const { address, token } = JSON.parse(readFileSync(join(directory, 'load-token'), 'utf8'))
  return { process, base: `${address}/api/v1`, token: { authorization: `Bearer ${token}` } }
}

function at(instance: Instance | undefined): Instance {
  if (!instance) throw new Error('it is not running')
  return instance
}

const numbersAt = async (instance: Instance | undefined) => {
  const { editions } = await (await fetch(`${at(instance).base}/editions`)).json()
  return editions.map(({ number }: { number: number }) => number)
}

/** Brings one action, on top of whatever stands. */
const loadOf = (id: string) => ({
  'actions.csv': `id,board,raised,action,owner_role,due,closed,status,link,carried\n${id},Board,2025-09-01,Ask again,Service lead,2099-12-01,,open,,0`,
})

async function stage(instance: Instance | undefined, id: string): Promise<Load> {
  const { base, token } = at(instance)
  const reply = await fetch(`${base}/loads`, { method: 'POST', headers: token, body: formOf(loadOf(id)) })
  const load = Load.parse(await reply.json())
  expect([load.state, load.problems.filter(({ severity }) => severity === 'error')]).toEqual(['staged', []])
  return load
}

const publish = (instance: Instance | undefined, { id }: Load) =>
  fetch(`${at(instance).base}/loads/${id}/publish`, {
    method: 'POST',
    headers: { ...at(instance).token, 'content-type': 'application/json' },
    body: JSON.stringify({ label: 'Next' }),
  })

/** Holds every publication up after its figures were written and before what is computed of them is. */
async function holdPublications() {
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const holding = observer.queries.transaction(async (transaction) => {
    await transaction.execute(sql`lock table exact_analysis in share mode`)
    held.resolve()
    await released.promise
  })
  await held.promise
  return {
    /** resolves when one waits */
    isReached: async () => {
      const isWaiting = sql`(select 1 from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and query like '%insert into "exact_analysis"%') as waiting`
      // asked all the time, it would keep the processor from the publication that it waits for
      while ((await observer.queries.$count(isWaiting)) === 0) await setTimeout(50)
    },
    release: async () => {
      released.resolve()
      await holding
    },
  }
}

/** Asks as readers do, of whichever instance is in service; of those that failed, which were not in flight at a kill. */
function readers(inService: () => (Instance | undefined)[]) {
  const failures: { startedAt: number }[] = []
  let kills: number[] = []
  let order = 0
  let asked = 0
  const pages = [
    '/overview',
    '/editions',
    '/series?kpi=ot-waiting',
    '/plan',
    '/overview?edition=5&audience=protected',
  ]
  const readOne = async () => {
    const available = inService()
    const startedAt = order++
    const page = pages[startedAt % pages.length]
    asked += 1
    const isFine = await fetch(at(available[startedAt % available.length]).base + page).then(
      async (reply) => {
        await reply.arrayBuffer()
        return reply.ok
      },
      () => false,
    )
    if (!isFine) failures.push({ startedAt })
  }
  return {
    noteKill: () => {
      kills = [...kills, order]
    },
    read: async (times: number) => {
      const readMany = async () => {
        for (let time = 0; time < times; time++) await readOne()
      }
      await Promise.all(Array.from({ length: 4 }, readMany))
    },
    asked: () => asked,
    /** four read at a time, so what was in flight at a kill is one of the last four before it */
    failedOtherwise: () =>
      failures.filter(({ startedAt }) => !kills.some((kill) => startedAt < kill && startedAt >= kill - 4)),
  }
}

describe('two instances that start together on an empty PostgreSQL', () => {
  it('seed it once', async () => {
    expect([await numbersAt(one), await numbersAt(other)]).toEqual([
      [5, 4, 3, 2, 1],
      [5, 4, 3, 2, 1],
    ])
    expect(await countRows(observer, 'edition')).toBe(5)
  })

  it('know who signed in at either', async () => {
    const reply = await fetch(`${at(one).base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'director' }),
    })
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const asked = await fetch(`${at(other).base}/session`, { headers: { cookie } })
    expect(await asked.json()).toMatchObject({ role: 'director' })
  })
})

describe('an instance that is killed in the middle of a publication', () => {
  it('takes no reader, no write and no figure with it; another publishes what it had checked', async () => {
    let inService = [one, other]
    const crowd = readers(() => inService)
    const load = await stage(other, 'A-901')
    const written: string[] = []
    const write = async (instance: Instance | undefined) => {
      const reply = await fetch(`${at(instance).base}/actions`, {
        method: 'POST',
        headers: { ...at(instance).token, 'content-type': 'application/json' },
        body: JSON.stringify({
          board: 'Board',
          action: 'Ask again',
          ownerRole: 'Lead',
          due: '2099-01-01',
          link: null,
        }),
      })
      expect(reply.status).toBe(201)
      written.push((await reply.json()).id)
    }
    await Promise.all([crowd.read(5), write(one), write(other)])

    const held = await holdPublications()
    const cutOff = publish(other, load).then(
      () => 'answered',
      () => 'cut off',
    )
    await held.isReached()
    // a publication is under way, and everybody reads on
    await crowd.read(5)
    const reading = crowd.read(10)
    crowd.noteKill()
    inService = [one]
    await at(other).process.kill('SIGKILL')
    await reading
    expect(await cutOff).toBe('cut off')
    await held.release()

    const published = await publish(one, load)
    expect(Load.parse(await published.json())).toMatchObject({ state: 'published', edition: 6 })
    await write(one)
    other = await start('other')
    inService = [one, other]
    await Promise.all([crowd.read(5), write(other)])
    expect([await numbersAt(one), await numbersAt(other)]).toEqual([
      [6, 5, 4, 3, 2, 1],
      [6, 5, 4, 3, 2, 1],
    ])
    const log = await fetch(`${at(other).base}/actions?audience=exact`, { headers: at(other).token })
    const ids = (await log.json()).actions.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining(written))
    expect(new Set(written).size).toBe(4)
    expect([crowd.failedOtherwise(), crowd.asked()]).toEqual([[], 100])
  })
})

describe('two publications at once, of loads that were checked against one edition', () => {
  it('are one edition and one refusal in words', async () => {
    const loads = [await stage(one, 'A-902'), await stage(other, 'A-903')] as const
    const replies = await Promise.all([publish(one, loads[0]), publish(other, loads[1])])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = await replies.find(({ status }) => status === 409)?.json()
    expect(refused.detail).toContain('Another edition was published since')
    expect(await countRows(observer, 'edition')).toBe(7)
  })
})
