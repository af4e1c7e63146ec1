import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../../mocks/store.ts'
import { openScoped } from '../../../src/service/scoped-reader.ts'
import type { EditionReader, FigureHistory, OwnPart } from '../../../src/service/store.ts'

const edition = { number: 5, dataAsAt: '2025-10-06' }
/** whole sets, so that whatever is read of the wrong one would be seen */
const exact = memoryStore.openEdition('exact', edition)
const panel = memoryStore.openEdition('protected', edition)

/** Of measures with a whole and of categories, two each are a lead's own and two are not. */
const asked = ['ot-waiting', 'care-act-waiting', 'sg-type', 'blrp-themes']
const kpis = new Set(['ot-waiting', 'sg-type'])
const { milestones: all } = await exact.reader.readPlan()
const milestones = new Set(all.flatMap(({ id, kpi }) => (kpi !== null && kpis.has(kpi) ? [id] : [])))
const own: OwnPart = { services: ['Occupational therapy'], kpis, milestones }
const scoped = openScoped(own, exact, panel)

const ofKpi = ({ kpi }: { kpi: string }) => kpis.has(kpi)
const everyHeadline = {
  ofBorough: ['ot-waiting', 'care-act-waiting'],
  ofCategories: ['sg-type', 'blrp-themes'],
}

/** Everything that is read by measure, and what of it is a lead's own. */
const readings: Record<
  string,
  (opened: {
    reader: EditionReader
    history: FigureHistory
  }) => Promise<{ own: unknown[]; others: unknown[] }>
> = {
  measures: async ({ reader }) =>
    parted(
      (await reader.readKpis()).map(({ audience: _, ...kpi }) => kpi),
      ({ id }) => kpis.has(id),
    ),
  series: async ({ reader }) =>
    parted(
      [
        ...(await reader.readSeries({ kpis: asked, dimension: 'borough' })),
        ...(await reader.readSeries({ kpis: asked, dimension: 'type' })),
      ],
      ofKpi,
    ),
  headlines: async ({ reader }) => parted(await reader.readHeadlines(everyHeadline, null), ofKpi),
  analyses: async ({ reader }) => parted(await reader.readAnalyses(asked), ofKpi),
  rows: async ({ reader }) => parted([...(await reader.readRowAnalyses())], ([kpi]) => kpis.has(kpi)),
  signals: async ({ reader }) => parted((await reader.readTestedFamily()).signals, ofKpi),
  milestones: async ({ reader }) =>
    parted((await reader.readPlan()).milestones, ({ id }) => milestones.has(id)),
  impacts: async ({ reader }) =>
    parted(await reader.readImpacts(), ({ milestone }) => milestones.has(milestone)),
  'figures that differ': async ({ history }) => parted(await history.readDiffering(4), ofKpi),
  'figures that were revised': async ({ history }) => parted(await history.readRevised(), ofKpi),
}

function parted<Item>(items: readonly Item[], isOwn: (item: Item) => boolean) {
  return { own: items.filter(isOwn), others: items.filter((item) => !isOwn(item)) }
}

describe('whoever leads some services', () => {
  it.each(Object.keys(readings))(
    'reads %s exactly of their own, and of all others as everybody',
    async (of) => {
      const read = readings[of]
      if (!read) throw new Error(`nothing reads ${of}`)
      const [theirs, officers, everybodys] = [await read(scoped), await read(exact), await read(panel)]
      // told apart: otherwise it would not matter which was read
      expect(officers.others).not.toEqual(everybodys.others)
      // each is as many, so that none is left out
      expect(theirs.own).toEqual(expect.arrayContaining(officers.own))
      expect(theirs.own).toHaveLength(officers.own.length)
      expect(theirs.others).toEqual(expect.arrayContaining(everybodys.others))
      expect(theirs.others).toHaveLength(everybodys.others.length)
    },
  )

  it('are told which measures they read as everybody does', async () => {
    const told = (await scoped.reader.readKpis()).filter(({ audience }) => audience === 'protected')
    expect(told).toHaveLength((await panel.reader.readKpis()).length - kpis.size)
    expect(told.filter(({ id }) => kpis.has(id))).toEqual([])
  })

  it('are answered in the order of the measures asked for', async () => {
    const series = await scoped.reader.readSeries({ kpis: asked.toReversed(), dimension: 'borough' })
    expect(series.map(({ kpi }) => kpi)).toEqual(['care-act-waiting', 'ot-waiting'])
    const analyses = await scoped.reader.readAnalyses(asked)
    expect(analyses.map(({ kpi }) => kpi)).toEqual(asked)
  })

  it('read actions and comments of officers where they are of their own measures alone', async () => {
    const { reader } = scoped
    const isOwn = (link: string | null) => link !== null && (kpis.has(link) || milestones.has(link))
    const actions = await reader.readActions()
    const released = new Set((await panel.reader.readActions()).map(({ id }) => id))
    expect(actions.filter(({ id, link }) => !released.has(id) && !isOwn(link))).toEqual([])
    expect(actions.filter(({ link }) => isOwn(link))).toEqual(
      expect.arrayContaining((await exact.reader.readActions()).filter(({ link }) => isOwn(link))),
    )
    const comments = await reader.readCommentary()
    expect(comments.filter((one) => !ofKpi(one))).toEqual(
      (await panel.reader.readCommentary()).filter((one) => !ofKpi(one)),
    )
  })
})
