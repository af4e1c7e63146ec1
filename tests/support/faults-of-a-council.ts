import { publishAll } from '../../mocks/edition-tables.ts'
import { audiences } from '../../src/domain/editions/publication.ts'
import { aCouncil } from './a-council.ts'
import { contradictionsIn } from './contradictions.ts'
import { saidIn } from './said-of-an-edition.ts'
import { toldApart } from './told-apart.ts'

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
  return [...said, ...toldApart(tables, 1, council.dataAsAt)]
}
