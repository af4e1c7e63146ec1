import type { Edition } from '../../../src/domain/editions/publication.ts'
import { type TakeBack, takeBackWords } from '../../../src/domain/editions/take-back.ts'
import { readNewestEdition, writeWithdrawal } from '../editions.ts'
import { readOrganisation } from '../organisation.ts'
import { tellVerdictsTakenBack } from '../protect-figures.ts'
import { openProtectedReader } from '../protected-reader.ts'
import { insertEdition, lockEditions, type WrittenPublication } from '../publish.ts'
import { publishRecords } from '../publish-records.ts'
import type { Queries } from '../queries.ts'
import { exactSeries, exactTables } from '../schema/exact.ts'
import { protectedTables } from '../schema/protected.ts'
import { countMoved } from './count-moved.ts'
import { endSpans, spansOf, standAgain, withheldSpans } from './move-spans.ts'
import { recordsAfter } from './records-after.ts'
import { isOfParts, requireParts } from './removed-parts.ts'
import { requireRollBack } from './require-roll-back.ts'
import { nothingToTakeBack, TakeBackRefusedError } from './take-back-refused.ts'

export interface TakeBackSource extends Pick<Edition, 'label' | 'note' | 'publishedAt'> {
  takesBack: TakeBack
  reason: string
}

/**
 * Writes an edition that takes something back, inside a transaction that the caller commits or rolls back. What it
 * shows was shown before, and what it takes out stays told: the public is told of it no more than it knew. Which
 * verdicts may be told is judged from what stands in it, against all that was ever told.
 *
 * @throws TakeBackRefusedError
 */
export async function writeTakeBack(
  queries: Queries,
  { takesBack, reason, ...given }: TakeBackSource,
): Promise<WrittenPublication> {
  await lockEditions(queries)
  const [newest, organisation] = [await readNewestEdition(queries), await readOrganisation(queries)]
  if (!newest || !organisation) throw new TakeBackRefusedError(nothingToTakeBack)
  const { dataAsAt, standsOn, withdrawn } = await decide(queries, takesBack, newest)
  const words = takeBackWords(takesBack, await openProtectedReader(queries, newest.number).readKpis())
  const note = [given.note, words, `Reason: ${reason}`].filter((line) => line).join('\n')
  const edition = await insertEdition(queries, { ...given, note, dataAsAt, standsOn })
  for (const number of withdrawn) await writeWithdrawal(queries, number, { at: given.publishedAt, reason })

  const records = await recordsAfter(queries, takesBack)
  await moveFigures(queries, takesBack, edition.number)
  const exact = await countMoved(queries, exactTables, edition.number)
  const shielded = await countMoved(queries, protectedTables, edition.number)
  const changes = await publishRecords(queries, {
    edition: edition.number,
    organisation: organisation.name,
    records,
    touched: { exact: exact.touched, protected: shielded.touched },
  })
  return {
    edition,
    verdicts: await tellVerdictsTakenBack(queries, edition.number),
    withheld: [],
    withdrawn,
    previews: [
      { audience: 'exact', ...exact.counts, ...changes.exact },
      { audience: 'protected', ...shielded.counts, ...changes.protected },
    ],
  }
}

interface Decided {
  /** an edition that stands on an earlier one is judged as of that one's day */
  dataAsAt: string
  standsOn: number | null
  /** editions that are withdrawn with it */
  withdrawn: number[]
}

async function decide(queries: Queries, takesBack: TakeBack, { dataAsAt }: Edition): Promise<Decided> {
  if (takesBack.kind === 'removal') {
    await requireParts(queries, takesBack.parts)
    return { dataAsAt, standsOn: null, withdrawn: [] }
  }
  const { target, between } = await requireRollBack(queries, takesBack.to)
  return {
    dataAsAt: target.dataAsAt,
    standsOn: target.number,
    withdrawn: between.map(({ number }) => number),
  }
}

/** In both sets, and in what officers read of why figures are withheld. */
async function moveFigures(queries: Queries, takesBack: TakeBack, edition: number): Promise<void> {
  if (takesBack.kind === 'roll-back') {
    const where = { to: takesBack.to, edition }
    for (const spans of [spansOf(exactTables), spansOf(protectedTables), withheldSpans])
      await standAgain(queries, spans, where)
    return
  }
  const isMeant = isOfParts(takesBack.parts)
  await endSpans(queries, spansOf(exactTables), exactSeries, isMeant, edition)
  await endSpans(queries, spansOf(protectedTables), protectedTables.series, isMeant, edition)
  await endSpans(queries, withheldSpans, exactSeries, isMeant, edition)
}
