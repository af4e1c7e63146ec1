import { publishAll } from '../../mocks/edition-tables.ts'
import type { SeriesAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import { audiences } from '../../src/domain/editions/publication.ts'
import { aCouncil } from './a-council.ts'
import { contradictionsIn } from './contradictions.ts'
import { saidIn } from './said-of-an-edition.ts'

/** Sentences of an invented council that its figures do not bear out, and verdicts that two audiences read apart. */
export function faultsOfCouncil(seed: number): string[] {
  const council = aCouncil(seed)
  const tables = publishAll([council], 'Invented')
  const said = audiences.flatMap((audience) =>
    saidIn(
      tables.readAnalysis(1, audience),
      tables.readKpis(1, audience),
      tables.readSeries(1, audience, () => true),
      council.dataAsAt,
    )
      .flatMap(contradictionsIn)
      .map((fault) => `${audience}: ${fault}`),
  )
  const analysed = (audience: (typeof audiences)[number]) =>
    tables.readAnalysis(1, audience).kpis.flatMap(({ kpi, series }) => series.map((one) => ({ kpi, ...one })))
  const exact = new Map(analysed('exact').map((one) => [`${one.kpi} ${one.member}`, one]))
  const apart = analysed('protected').flatMap((one) => {
    const own = exact.get(`${one.kpi} ${one.member}`)
    return own && isApart(own, one)
      ? [`${one.kpi} ${one.member}: officers read “${own.headline}”, the panel “${one.headline}”`]
      : []
  })
  return [...said, ...apart]
}

function isApart(exact: SeriesAnalysis, published: SeriesAnalysis): boolean {
  return published.notJudged === null && exact.variation !== published.variation
}
