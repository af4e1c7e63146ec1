import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '../../../mocks/db.ts'
import { differingVersions, lastChangedByMeasure, revisedVersions } from '../../../mocks/figure-history.ts'
import { compareEditions } from '../../../src/domain/changes/compare-editions.ts'
import { describeDataQuality } from '../../../src/domain/data-quality/data-quality.ts'
import type { Audience } from '../../../src/domain/editions/publication.ts'
import { borough } from '../../../src/domain/measures/measure.ts'
import { rankAttention } from '../../../src/domain/scorecard/attention.ts'
import { buildScorecard } from '../../../src/domain/scorecard/scorecard.ts'
import { buildActionRows } from '../../../src/features/actions/action-rows.ts'
import { writeActionsFinding } from '../../../src/features/actions/actions-finding.ts'
import { selectActions } from '../../../src/features/actions/select-actions.ts'
import { changesToAsk, findUncovered } from '../../../src/features/actions/uncovered-signals.ts'
import { writeChangesFinding, writeChangesStandfirst } from '../../../src/features/changes/changes-finding.ts'
import { buildChangesModel } from '../../../src/features/changes/changes-model.ts'
import { newestRows } from '../../../src/features/changes/figure-rows.ts'
import { wants } from '../../../src/features/data/data-quality-search.ts'
import {
  countWanting,
  writeQualityFinding,
  writeQualityStandfirst,
} from '../../../src/features/data/quality-finding.ts'
import { qualityRows } from '../../../src/features/data/quality-rows.ts'
import { buildEmergingModel } from '../../../src/features/emerging/emerging-model.ts'
import {
  writeEmergingFinding,
  writeEmergingStandfirst,
} from '../../../src/features/emerging/emerging-words.ts'
import { writeHeadline } from '../../../src/features/overview/headline.ts'
import { verdicts } from '../../../src/features/overview/overview-search.ts'
import { selectRows } from '../../../src/features/overview/scorecard-filter.ts'
import { buildRow } from '../../../src/features/overview/scorecard-model.ts'
import { writePlanFinding } from '../../../src/features/plan/plan-finding.ts'
import { buildPlanRows } from '../../../src/features/plan/plan-rows.ts'
import { deliveries, impactGroups } from '../../../src/features/plan/plan-search.ts'
import { selectRows as selectMilestones } from '../../../src/features/plan/select-rows.ts'
import { buildThemeCards } from '../../../src/features/themes/theme-cards.ts'
import {
  findTheme,
  flaggedOf,
  locationMeasure,
  typeMeasure,
} from '../../../src/features/themes/theme-measures.ts'
import { writeThemeStandfirst } from '../../../src/features/themes/theme-words.ts'
import { buildTownCards } from '../../../src/features/themes/town-cards.ts'
import { countsIn } from '../../support/counts-in-words.ts'
import { headlineGrade } from '../../support/reading-age.ts'

/** Every edition of the demonstration, as each audience has it. */
const sets = [1, 2, 3, 4, 5].flatMap((edition) =>
  (['exact', 'protected'] as const).map((audience) => ({ edition, audience })),
)

function readSet(edition: number, audience: Audience) {
  const { tables } = db
  const asOf = tables.editions[edition - 1]?.dataAsAt ?? ''
  const kpis = tables.readKpis(edition, audience)
  const series = tables.readSeries(edition, audience, () => true)
  const plan = tables.readPlan(edition, audience)
  const actions = tables.readActions(edition, audience)
  const analysis = tables.readAnalysis(edition, audience)
  const ofKpi = Map.groupBy(series, ({ kpi }) => kpi)
  const scorecard = buildScorecard(
    kpis,
    ({ id }) => ofKpi.get(id) ?? [],
    plan,
    asOf,
    new Map(analysis.rows.map(({ kpi, ...row }) => [kpi, row])),
  )
  const attention = rankAttention(scorecard.kpis, asOf)
  const versions = tables.readVersions(audience)
  return {
    measures: scorecard.kpis.map((row) => buildRow(row, asOf, attention)),
    counted: scorecard.milestones,
    milestones: buildPlanRows({ plan, impacts: analysis.impacts, kpis, asOf }),
    actions: buildActionRows({
      actions,
      asOf,
      audience,
      timezone: db.organisation.timezone,
      kpis,
      milestones: plan.milestones,
      series: null,
    }),
    themes: [typeMeasure, locationMeasure].flatMap((id) => {
      const theme = findTheme(kpis, id)
      const found = analysis.kpis.find(({ kpi }) => kpi === id)
      const own = ({ dimension }: { dimension: string }) => dimension !== borough.dimension
      return theme
        ? [
            {
              ...theme,
              series: tables.readSeries(edition, audience, (one) => one.kpi === id && own(one)),
              analyses: found?.series ?? [],
            },
          ]
        : []
    }),
    signals: analysis.family.signals,
    bearable: 0.065,
    audience,
    toAsk: changesToAsk(analysis.family.signals),
    uncovered: findUncovered(analysis.family.signals, actions, plan.milestones, kpis),
    emerging: (search: Parameters<typeof buildEmergingModel>[2]) =>
      buildEmergingModel(analysis.family, kpis, search),
    quality: describeDataQuality(
      kpis,
      {
        headlines: series,
        revised: revisedVersions(versions, edition),
        lastChanged: lastChangedByMeasure(versions, edition),
      },
      asOf,
    ),
  }
}

describe.each(sets)('the counts of edition $edition, $audience', ({ edition, audience }) => {
  let set: ReturnType<typeof readSet>
  beforeAll(() => {
    set = readSet(edition, audience)
  })

  it('of measures that need attention are those that the filter of that name shows', () => {
    const { finding, quiet, standfirst, tally } = writeHeadline(set.measures, set.counted, 'ready')
    const shown = (search: Parameters<typeof selectRows>[1]) => selectRows(set.measures, search).length
    const called = shown({ signal: 'attention' })
    expect(countsIn(finding, /^(\S+) of (\S+) measures? needs? attention/)).toEqual([
      called,
      set.measures.length,
    ])
    const reasons = finding.slice(finding.search(/[:.] /) + 1).split(/,| and /)
    const perReason = reasons.map((reason) => countsIn(reason, /^ ?(\S+) /)?.[0] ?? Number.NaN)
    expect(perReason.reduce((sum, count) => sum + count, 0)).toBe(called)
    expect(countsIn(standfirst, /(\S+) more (?:has|have) changed/) ?? [0]).toEqual([
      shown({ signal: 'look' }),
    ])
    expect(countsIn(quiet, /(\S+) measures? (?:is|are) unknown/) ?? [0]).toEqual([
      shown({ signal: 'unknown' }),
    ])
    expect(countsIn(quiet, /(\S+) (?:is|are) not judged/) ?? [0]).toEqual([shown({ signal: 'not-judged' })])
    for (const verdict of verdicts) expect(tally[verdict]).toBe(shown({ signal: verdict }))
    expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(set.measures.length)
    expect(countsIn(standfirst, /(\S+) of \S+ measures with a plan/)).toEqual([shown({ standing: 'behind' })])
    expect(countsIn(standfirst, /(\S+) (?:is|are) level with it or ahead/) ?? [0]).toEqual([
      shown({ standing: 'on-plan' }),
    ])
  })

  it('stand in titles of grade nine at most', () => {
    const model = set.emerging({})
    const titles = [
      writeHeadline(set.measures, set.counted, 'ready').finding,
      writePlanFinding(set.milestones),
      writeActionsFinding(set.actions, false),
      ...(model.flagged > 0 ? [writeEmergingFinding(model)] : []),
      writeQualityFinding(set.quality),
    ]
    expect(titles.filter((title) => headlineGrade(title) > 9)).toEqual([])
  })

  it('of milestones are the same on the overview and the plan, and add up to the rows behind them', () => {
    const shown = (search: Parameters<typeof selectMilestones>[1]) =>
      selectMilestones(set.milestones, search).length
    const [total, complete, offTrack] = [
      set.milestones.length,
      shown({ delivery: 'complete' }),
      shown({ delivery: 'late' }),
    ]
    const overdue = set.milestones.filter(({ isOverdue }) => isOverdue).length
    expect(set.counted).toEqual({ total, complete, offTrack, overdue })
    const { standfirst } = writeHeadline(set.measures, set.counted, 'ready')
    expect(
      countsIn(standfirst, /Of (\S+) milestones, (\S+) (?:is|are) complete and (\S+) (?:is|are) off track/),
    ).toEqual([total, complete, offTrack])
    expect(
      countsIn(standfirst, /off track, (\S+) of them overdue/) ?? [offTrack === 1 ? overdue : 0],
    ).toEqual([overdue])
    const finding = writePlanFinding(set.milestones)
    expect(countsIn(finding, /^(\S+) of (\S+) milestones (?:is|are) complete/)).toEqual([complete, total])
    expect(countsIn(finding, /(\S+) (?:others? )?(?:is|are) off track/)).toEqual([offTrack])
    expect(countsIn(finding, /(\S+) of those shows? no effect/) ?? [0]).toEqual([
      shown({ impact: 'no-effect' }),
    ])
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
    expect(sum(deliveries.map((delivery) => shown({ delivery })))).toBe(total)
    expect(sum(impactGroups.map((impact) => shown({ impact })))).toBe(total)
  })

  it('of actions are those of the filters of their names', () => {
    const shown = (search: Parameters<typeof selectActions>[1]) => selectActions(set.actions, search).length
    const finding = writeActionsFinding(set.actions, false)
    expect(countsIn(finding, /^(\S+) of (\S+) actions? (?:is|are) still to be settled/)).toEqual([
      shown({ status: 'unsettled' }),
      set.actions.length,
    ])
    const overdue = shown({ overdue: 'yes' })
    expect(countsIn(finding, /: (\S+) (?:is|are) overdue/) ?? [0]).toEqual([overdue])
    expect(countsIn(finding, /and (\S+) of those (?:has|have) been carried/)?.[0] ?? 0).toBe(
      /carried over before/.test(finding) && overdue > 1 ? shown({ overdue: 'yes', carried: 'yes' }) : 0,
    )
  })

  it('of recent changes are the same among emerging issues and beside the actions', () => {
    const model = set.emerging({})
    const listed = [...model.toAsk, ...model.improvements]
    const series = listed.reduce((sum, { others }) => sum + 1 + others.length, 0)
    expect(series).toBe(model.flagged)
    if (model.flagged > 0)
      expect(
        countsIn(writeEmergingFinding(model), /^(\S+) of (\S+) tested series .* in (\S+) measures?$/),
      ).toEqual([series, model.tested, new Set(listed.map(({ kpi }) => kpi)).size])
    const words = writeEmergingStandfirst(model, 0.065)
    for (const [meaning, pattern] of [
      ['concern', /^(\S+) (?:is a concern|are concerns)/],
      ['neutral', /(\S+) (?:is|are) neither better/],
      ['improvement', /(\S+) (?:is an improvement|are improvements)/],
    ] as const)
      expect(countsIn(words, pattern) ?? [0]).toEqual([set.emerging({ meaning }).shown])
    expect(new Set(set.toAsk.map(({ kpi }) => kpi)).size).toBe(model.toAsk.length)
    const covered = new Set(
      model.toAsk.flatMap(({ kpi, lead }) => (lead.change.action === null ? [] : [kpi])),
    )
    expect(set.uncovered.length + covered.size).toBe(model.toAsk.length)
  })

  it('of safeguarding themes are those of the pictures, and of the towns of each type', () => {
    const flagged = set.signals.filter(
      ({ kpi, flagged: is }) => is && (kpi === typeMeasure || kpi === locationMeasure),
    )
    const onCards = set.themes.flatMap((theme) => {
      const flags = flaggedOf(set.signals, theme.kpi.id)
      const cards = buildThemeCards({ ...theme, flagged: flags })?.cards ?? []
      for (const card of cards) {
        const towns = theme.byTown
          ? (buildTownCards({ ...theme, dimension: theme.byTown, flagged: flags }, card.member)?.cards ?? [])
          : []
        // what a type's picture bears is flagged by itself or in one of its towns
        expect(card.flags.length).toBe(
          card.flags.filter(({ dimension }) => dimension === theme.dimension.id).length +
            towns.reduce((sum, town) => sum + town.flags.length, 0),
        )
      }
      return cards.flatMap(({ flags: ofCard }) => ofCard)
    })
    expect(new Set(onCards)).toEqual(new Set(flagged))
    const words = writeThemeStandfirst(set.signals, set.bearable, set.audience)
    expect(countsIn(words, /^(\S+) of \S+ tested series/) ?? [0]).toEqual([flagged.length])
  })

  it('of figures to rely on are those of the filters of their names', () => {
    for (const want of wants)
      expect(countWanting(set.quality, want)).toBe(qualityRows(set.quality, { show: want }).length)
    const finding = writeQualityFinding(set.quality)
    const shown = (show: (typeof wants)[number]) => qualityRows(set.quality, { show }).length
    expect(countsIn(finding, /^(\S+)(?: of \d+)? measures? (?:is|are) overdue/)).toEqual([shown('overdue')])
    expect(countsIn(finding, /(\S+) (?:has|have) (?:a period|periods) missing/) ?? [0]).toEqual([
      shown('missing'),
    ])
    expect(countsIn(finding, /(\S+) (?:has|have) (?:one|some) withheld/) ?? [0]).toEqual([shown('withheld')])
    const standfirst = writeQualityStandfirst(set.quality)
    expect(countsIn(standfirst, /(\S+) measures? (?:has|have) provisional figures/) ?? [0]).toEqual([
      shown('provisional'),
    ])
    expect(countsIn(standfirst, /(\S+) (?:has|have) had final figures restated/) ?? [0]).toEqual([
      shown('revised'),
    ])
    // overdue is one thing, on both pages
    expect(set.measures.filter(({ figure }) => figure.status === 'overdue')).toHaveLength(shown('overdue'))
  })
})

/** Every two editions of the demonstration, as each audience may compare them. */
const pairs = [2, 3, 4, 5].flatMap((to) =>
  Array.from({ length: to - 1 }, (_, index) => index + 1).flatMap((from) =>
    (['exact', 'protected'] as const).map((audience) => ({ from, to, audience })),
  ),
)

function readChanges(from: number, to: number, audience: Audience) {
  const { tables } = db
  const contents = (number: number) => ({
    number,
    dataAsAt: tables.editions[number - 1]?.dataAsAt ?? '',
    kpis: tables.readKpis(number, audience),
    plan: tables.readPlan(number, audience),
    actions: tables.readActions(number, audience),
    family: tables.readAnalysis(number, audience).family,
  })
  const versions = tables.readVersions(audience)
  return compareEditions(contents(from), contents(to), {
    editions: tables.editions,
    differing: differingVersions(versions, from, to),
    revised: revisedVersions(versions, to),
  })
}

describe.each(pairs)('the counts of edition $to since $from, $audience', ({ from, to, audience }) => {
  it('are those of the lists below them, in the title and under it', () => {
    const changes = readChanges(from, to, audience)
    const model = buildChangesModel(changes, undefined)
    const title = writeChangesFinding(changes)
    expect(headlineGrade(title)).toBeLessThanOrEqual(9)
    const words = writeChangesStandfirst(changes)
    const happened = (what: RegExp) =>
      model.milestones.filter(({ happened: said }) => said.some((one) => what.test(one))).length
    const acted = (what: RegExp) =>
      model.actions.filter(({ happened: said }) => said.some((one) => what.test(one))).length
    const restated = changes.restated.reduce((sum, one) => sum + one.figures.length + one.further, 0)
    const final = model.settled.filter(({ status }) => status.startsWith('Final')).length
    // what a title says is so; what it leaves out is below it
    for (const [says, listed] of [
      [/(\S+) final figures? (?:was|were) restated/, [restated]],
      [/(\S+) milestones? (?:has|have) moved/, [happened(/^Moved|^Its date/)]],
      [/(\S+) milestones? (?:has|have) become overdue/, [happened(/^Became overdue/)]],
      [/(\S+) awaited figures? (?:has|have) become/, [model.receipts.filter((row) => row.isOverdue).length]],
      [/(\S+) series newly shows? a recent change/, [model.newSignals?.length ?? 0]],
      [/(\S+) actions? (?:was|were) closed/, [acted(/^Closed/)]],
    ] as const)
      expect(countsIn(title, says) ?? listed).toEqual(listed)
    for (const [says, listed] of [
      [/(\S+) measures? (?:has|have) new figures/, [newestRows(model.newFigures).length]],
      [/(\S+) provisional figures? (?:is|are) now final/, [final + model.settledUnchanged]],
      ...(final + model.settledUnchanged > 1 ? ([[/now final, (\S+) of them/, [final]]] as const) : []),
      [/(\S+) figures? (?:has|have) changed and may change again/, [model.settled.length - final]],
      [/(\S+) series newly shows? a recent change/, [model.newSignals?.length ?? 0]],
      [/(\S+) (?:series )?(?:is|are) no longer flagged/, [model.clearedSignals.length]],
    ] as const)
      expect(countsIn(words, says) ?? listed.map(() => 0)).toEqual(listed)
    // once, in the title or under it
    for (const [says, listed] of [
      [/(\S+) actions? (?:was|were) closed/, [acted(/^Closed/)]],
      [/(\S+) (?:actions? (?:was|were) )?raised/, [acted(/^Raised/)]],
    ] as const)
      expect(countsIn(title, says) ?? countsIn(words, says) ?? listed.map(() => 0)).toEqual(listed)
  })

  it('of one theme at a time add up to all that belongs to a measure', () => {
    const changes = readChanges(from, to, audience)
    const all = buildChangesModel(changes, undefined)
    const parts = all.themes.map((theme) => buildChangesModel(changes, theme))
    for (const list of ['restated', 'clearedSignals', 'receipts', 'newFigures', 'settled'] as const)
      expect(parts.reduce((sum, part) => sum + part[list].length, 0)).toBe(all[list].length)
    for (const list of ['milestones', 'actions', 'records'] as const)
      expect(parts.reduce((sum, part) => sum + part[list].length, 0)).toBe(
        all[list].filter((row) => row.kpi !== null).length,
      )
    for (const count of ['unsettled', 'settledUnchanged'] as const)
      expect(parts.reduce((sum, part) => sum + part[count], 0)).toBe(all[count])
  })
})
