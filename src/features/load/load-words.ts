import type { Load, ScheduledLoad } from '../../api/loads.ts'
import type { TakeBack } from '../../api/take-back.ts'
import type { Edition } from '../../domain/editions/publication.ts'
import { countOf } from '../../domain/measures/format.ts'
import { timeInWords } from '../../domain/periods/time-in-words.ts'
import { takeBackFinding } from './take-back/take-back-load-words.ts'

/** What stands of a load in one sentence, and what follows from it in another. */
export interface LoadWords {
  finding: string
  standfirst: string
}

/**
 * @param editions newest first, withdrawn ones among them
 * @param timezone of the organisation
 */
export function writeLoadWords(load: Load, editions: readonly Edition[], timezone: string): LoadWords {
  switch (load.state) {
    case 'rejected':
      return writeRejected(load)
    case 'staged':
      if (isSuperseded(load, editions)) return load.takesBack ? takeBackSuperseded : superseded
      if (isWaiting(load) && load.scheduled) return writeWaiting(load.scheduled, timezone)
      return load.takesBack ? writeTakeBack(load.takesBack, load) : writeStaged(load)
    case 'published':
      return writePublished(load, editions)
  }
}

/** Its time is set and has not passed. */
export function isWaiting({ state, scheduled }: Load): boolean {
  return state === 'staged' && scheduled?.state === 'waiting'
}

function writeWaiting({ at, label }: ScheduledLoad, timezone: string): LoadWords {
  return {
    finding: `To be published on ${timeInWords(at, timezone)}`,
    standfirst: `These files become “${label}” then, unless another edition is published before. Until then nobody but the analyst sees them, and it can be called off below.`,
  }
}

/** Another edition was published since it was checked. */
export function isSuperseded({ state, standsOn }: Load, editions: readonly Edition[]): boolean {
  return state === 'staged' && standsOn !== undefined && standsOn !== newestOf(editions)
}

/** The number of the newest edition, withdrawn or not, which the next one builds on; 0 where there is none. */
export function newestOf(editions: readonly Edition[]): number {
  return editions[0]?.number ?? 0
}

/** What an analyst has to know before files are loaded on an edition that was taken back; null where none was. */
export function warnOfWithdrawn(editions: readonly Edition[]): string | null {
  const [newest] = editions
  if (!newest?.withdrawn) return null
  return `Edition ${newest.number} was withdrawn, and the next one builds on what it holds, not on the edition that stands. What was wrong in it has to be put right by these files; what they would change is told against it.`
}

function writePublished({ edition }: Load, editions: readonly Edition[]): LoadWords {
  const finding = `Published as edition ${edition}`
  return editions.find(({ number }) => number === edition)?.withdrawn
    ? {
        finding: `${finding}, and withdrawn since`,
        standfirst: 'Whoever opens it reads at its head why it was withdrawn. What it changed stands below.',
      }
    : {
        finding,
        standfirst: `Officers read its exact figures now, and everybody else its protected ones.${edition === 1 ? '' : ' The edition before it stays as it was, under its own number.'}`,
      }
}

const takeBackSuperseded: LoadWords = {
  finding: 'Another edition was published since this was worked out',
  standfirst:
    'What it would change is no longer what is said below, so it cannot be published as it stands. Ask for it again.',
}

const superseded: LoadWords = {
  finding: 'Another edition was published since these files were checked',
  standfirst:
    'What they would change is no longer what is said below, so they cannot be published as they stand. Choose the files again: they are then set against the edition that stands now.',
}

/** Nothing is wrong in it but that nobody has said what the columns of its tables are. */
export function isToBeDescribed({ problems, undescribed = [] }: Load): boolean {
  return undescribed.length > 0 && errorsIn(problems) === undescribed.length
}

function errorsIn(problems: Load['problems']): number {
  return problems.filter(({ severity }) => severity === 'error').length
}

function writeRejected(load: Load): LoadWords {
  const { problems, undescribed = [] } = load
  const errors = errorsIn(problems)
  if (isToBeDescribed(load)) {
    return {
      finding: `${countOf(undescribed.length, 'table')} to be described`,
      standfirst:
        'Nobody has said yet what its columns are. Say it below, see the figures that come of it, and save it: next month it is recognised by itself.',
    }
  }
  return {
    finding: `Nothing was loaded: ${countOf(errors, 'error')} to put right`,
    standfirst:
      'Each is named below with its place and its remedy. Put them right where the files come from, or in the mapping, and choose the files again.',
  }
}

function writeTakeBack(takesBack: TakeBack, { preview }: Load): LoadWords {
  const exact = preview.find(({ audience }) => audience === 'exact')
  const counts = exact
    ? `${countOf(exact.removedFigures ?? 0, 'figure')} taken out, ${exact.restatedFigures.toLocaleString('en-GB')} replaced, ${exact.newFigures.toLocaleString('en-GB')} standing again`
    : 'Nothing is known of what would change'
  return {
    finding: takeBackFinding(takesBack),
    standfirst: `${counts}. It is published with a reason that everybody reads. Nothing is published yet.`,
  }
}

function writeStaged({ problems, needs, preview }: Load): LoadWords {
  const asked = problems.filter((problem) => problem.needs).length
  const exact = preview.find(({ audience }) => audience === 'exact')
  const changes = exact
    ? `${countOf(exact.newFigures, 'new figure')} and ${exact.restatedFigures.toLocaleString('en-GB')} replaced`
    : 'Nothing is known of what would change'
  if (!needs.reason && !needs.exact.length) {
    return {
      finding: 'These files are sound',
      standfirst: `${changes}. Nothing is published yet.`,
    }
  }
  return {
    finding: `These files are sound, and ${countOf(asked, 'thing is', 'things are')} to be confirmed`,
    standfirst: `${changes}. They are published with a reason that stands in the note of the edition. Nothing is published yet.`,
  }
}
