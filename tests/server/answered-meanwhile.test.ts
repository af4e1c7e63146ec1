import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import { compute } from '../../server/computing/compute.ts'
import { whyThreadEnded } from '../../server/computing/no-memory.ts'
import { packFigures } from '../../server/computing/packed-figures.ts'
import type { Database } from '../../server/db/database.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { wordsFor } from '../../server/words-for-people.ts'
import { aFigure } from '../support/a-figure.ts'
import { openEmptyInMemory, openImageInMemory } from '../support/demonstration-image.ts'
import { aPublication } from './support/a-publication.ts'

/** How many requests are answered, one after another, until the work has ended. */
async function answeredDuring(app: Application, work: Promise<unknown>): Promise<number> {
  let isUnderWay = true
  const end = () => {
    isUnderWay = false
  }
  void work.then(end, end)
  let answered = 0
  while (isUnderWay) {
    const { statusCode } = await app.inject({ url: '/healthz' })
    if (statusCode === 200) answered += 1
    // as a request from outside does, it waits for its turn
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return answered
}

describe('whoever asks while an edition is published', () => {
  let database: Database
  let app: Application
  beforeAll(async () => {
    database = await openImageInMemory()
    app = await buildApplication({ database, auth: 'demo', logLevel: 'silent' })
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  it('is answered, from beginning to end', async () => {
    const figure = aFigure({ kpi: 'ot-waiting', period: '2025-10', value: 318, asAt: '2025-11-06' })
    const work = publishEdition(database, aPublication({ figures: [figure], dataAsAt: '2025-11-06' }))
    // in one piece, it let nobody have a turn between its first statement and its last
    expect(await answeredDuring(app, work)).toBeGreaterThan(50)
    expect((await work).number).toBe(6)
  })
})

describe('a long transaction of the embedded database', () => {
  it('gives way between its statements', async () => {
    const database = await openEmptyInMemory()
    let turns = 0
    const count = setInterval(() => {
      turns += 1
    }, 1)
    await database.queries.transaction(async (queries) => {
      for (let statement = 0; statement < 10; statement++) await queries.execute('select pg_sleep(0.03)')
    })
    clearInterval(count)
    await database.close()
    expect(turns).toBeGreaterThanOrEqual(9)
  })
})

describe('a computation in a thread of its own', () => {
  const nothingTold = { kpis: new Map(), editions: [] }

  it('says what went wrong in it, and does the next one', async () => {
    const broken = compute('verdictsTakenBack', { ...nothingTold, editions: [null as never] })
    await expect(broken).rejects.toThrow(TypeError)
    expect(await compute('verdictsTakenBack', nothingTold)).toEqual({ coarser: [] })
  })

  it('says what to do where its thread ran out of memory', async () => {
    const greedy = new Worker('const kept = []; for (;;) kept.push(new Array(1e5).fill({}))', {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
    })
    const why = whyThreadEnded((await once(greedy, 'error'))[0])
    const words = wordsFor(new Error('wrapped', { cause: why }), [])
    expect(words).toMatch(
      /^There is too little memory .* Nothing of this was stored, .*--max-old-space-size=\d+/,
    )
  })

  it('answers each asker with its own', async () => {
    const figure = aFigure({ kpi: 'nothing', period: '2025-10' })
    const now = {
      kpis: new Map(),
      kpisToProtectAgain: new Set<string>(),
      plan: { trajectories: [], interventions: [] },
    }
    const [unknown, untold, none] = await Promise.allSettled([
      compute('protectAfter', nothingTold, { ...now, figures: packFigures([figure]) }),
      compute('verdictsTakenBack', nothingTold),
      compute('protectAfter', nothingTold, { ...now, figures: packFigures([]) }),
    ])
    expect(unknown).toMatchObject({ status: 'rejected', reason: { message: /names nothing, which has no/ } })
    expect(untold).toMatchObject({ status: 'fulfilled', value: { coarser: [] } })
    expect(none).toMatchObject({ status: 'fulfilled', value: { figures: { length: 0 }, left: [] } })
  })
})
