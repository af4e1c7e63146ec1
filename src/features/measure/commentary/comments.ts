import type { Commentary, CommentaryReply } from '../../../api/commentary.ts'
import { commentaryKey } from '../../../domain/commentary/commentary.ts'
import { compareNames } from '../../../domain/measures/compare-names.ts'
import { monthOf } from '../../../domain/periods/calendar.ts'
import { dayOf } from '../../../domain/periods/day-of.ts'
import { formatDate } from '../../../domain/periods/labels.ts'
import { addPeriods, type Frequency, periodContaining } from '../../../domain/periods/period.ts'

/** What all roles said of one period. */
export interface PeriodComments {
  period: string
  comments: readonly Commentary[]
}

/**
 * The comments on a measure, the newest period first; within one the latest written first, those without a date
 * last, and roles in the order of the alphabet where nothing else tells them apart.
 */
export function groupComments(all: readonly Commentary[], kpiId: string): PeriodComments[] {
  const own = all.filter(({ kpi }) => kpi === kpiId)
  const periods = [...new Set(own.map(({ period }) => period))].sort().reverse()
  return periods.map((period) => ({
    period,
    comments: own
      .filter((one) => one.period === period)
      .sort(
        (a, b) =>
          (b.writtenAt ?? '').localeCompare(a.writtenAt ?? '') || compareNames(a.authorRole, b.authorRole),
      ),
  }))
}

const releaseWords: Record<Commentary['release'], string> = {
  public: 'approved for publication',
  officer: 'for officers only',
}

/** 'OT Lead, 10 Oct 2025, approved for publication'; the panel reads nothing that is not, so it is not told. */
export function byline(
  { authorRole, writtenAt, release }: Pick<Commentary, 'authorRole' | 'writtenAt' | 'release'>,
  timezone: string,
  audience: 'exact' | 'protected',
): string {
  return [
    authorRole,
    writtenAt === null ? 'no date given' : formatDate(dayOf(writtenAt, timezone)),
    ...(audience === 'exact' ? [releaseWords[release]] : []),
  ].join(', ')
}

const periodsOffered = 4

/**
 * The periods that a comment for the next edition may be about, the newest first: the one that the newest edition's
 * day falls in, which the next edition will bring, and those before it.
 *
 * @example ('month', '2025-10-06') → ['2025-10', '2025-09', '2025-08', '2025-07']
 */
export function periodsToWriteOn(frequency: Frequency, dataAsAt: string): string[] {
  const newest = periodContaining(frequency, monthOf(dataAsAt))
  return Array.from({ length: periodsOffered }, (_, back) => addPeriods(newest, -back))
}

/** The drafts once one was written (or, with null, taken back); the others stand. */
export function withDraft(
  reply: CommentaryReply,
  place: Pick<Commentary, 'kpi' | 'period' | 'authorRole'>,
  draft: Commentary | null,
): CommentaryReply {
  const others = reply.commentary.filter((one) => commentaryKey(one) !== commentaryKey(place))
  return { ...reply, commentary: draft ? [...others, draft] : others }
}
