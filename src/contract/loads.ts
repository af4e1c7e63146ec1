import * as z from 'zod/mini'
import { withholdingRules } from '../domain/disclosure/withholding.ts'
import { wallClock } from '../domain/periods/wall-clock.ts'
import { mostKpis } from './bounds.ts'
import { Audience, identifier, isoInstant } from './common.ts'
import { FoundRows } from './found-rows.ts'
import { confirmed, namesNobody } from './free-text.ts'
import { LoadComparison } from './load-comparison.ts'
import { isPlainLine, isPlainText } from './plain-text.ts'
import { GivenRebaseline, LastingLevel } from './rebaseline.ts'
import { TakeBack } from './take-back.ts'
import { Withheld } from './withheld.ts'

/** One fault of a file, with its place and what to do. */
export const LoadProblem = z.object({
  severity: z.enum(['error', 'notice']),
  file: z.string(),
  /** 1-based; 0 where the whole file is meant */
  line: z.int(),
  /** 1-based; 0 where the whole row is meant, or the whole file */
  column: z.int(),
  /** the cell of a sheet (B12), or the value of a file of JSON; absent where it stands in a text */
  cell: z.optional(z.string()),
  message: z.string(),
  remedy: z.string(),
  /** what must be given before it is published; a notice that asks for nothing has none */
  needs: z.optional(z.enum(['reason', 'exact'])),
})
export type LoadProblem = z.infer<typeof LoadProblem>

/** What an analyst has to give before a load is published, beside its label. */
export const LoadNeeds = z.object({
  /** something in it is to be explained: a restatement, a figure far from its history, another definition */
  reason: z.boolean(),
  /** measures that were protected and would be exact for everybody: each is named once more */
  exact: z.array(z.string()),
})
export type LoadNeeds = z.infer<typeof LoadNeeds>

const scheduledStates = ['waiting', 'missed', 'refused'] as const
export type ScheduledState = (typeof scheduledStates)[number]

/** When a staged load is to be published, as it was decided; of one that was not, why. */
export const ScheduledLoad = z.object({
  at: isoInstant,
  label: z.string(),
  /** who decided it */
  who: z.string(),
  /** `missed`: the service was not running at its time, and not within the hour after */
  state: z.enum(scheduledStates),
  /** why it was not published at its time; null while it waits */
  why: z.nullable(z.string()),
})
export type ScheduledLoad = z.infer<typeof ScheduledLoad>

export const Load = z.object({
  id: z.string(),
  state: z.enum(['rejected', 'staged', 'published']),
  problems: z.array(LoadProblem),
  needs: LoadNeeds,
  /** what publication would change, per audience */
  preview: z.array(
    z.object({
      audience: Audience,
      newFigures: z.int(),
      restatedFigures: z.int(),
      unchangedFigures: z.int(),
      suppressedFigures: z.int(),
      /** figures that would stand no longer: only of a load that takes something back */
      removedFigures: z.optional(z.int()),
      definitions: z.int(),
      planItems: z.int(),
    }),
  ),
  /** what it would hide from the panel of the figures that are new or changed, by rule; absent in loads of before */
  withheld: z.optional(
    z.array(
      z.object({
        rule: z.enum(withholdingRules),
        hides: Withheld.shape.hides,
        /** the rule in words: 'it is a count of 1 to 4' */
        words: z.string(),
        /** how many figures it concerns */
        figures: z.int(),
        /** the newest of them, each with what it could be worked out from */
        newest: z.array(Withheld),
      }),
    ),
  ),
  /** the edition that it became */
  edition: z.nullable(z.int()),
  /** the newest edition when it was checked, 0 where there was none: on a newer one it is not published */
  standsOn: z.optional(z.int()),
  /** the same measure by measure, against the edition that stands; nothing where none does */
  comparison: z.optional(z.array(LoadComparison)),
  /** levels that have lasted, from which limits may start again; absent in loads of before */
  levels: z.optional(z.array(LastingLevel)),
  /** what it takes back; absent of a load of files */
  takesBack: z.optional(TakeBack),
  /** tables that nothing describes, as problems name them, with the saved mappings that may be theirs */
  undescribed: z.optional(z.array(z.object({ file: z.string(), mappings: z.array(z.string()) }))),
  /** a note that the edition may have, from whoever brought the files: where its figures are from */
  note: z.optional(z.string()),
  /** absent where no time was set */
  scheduled: z.optional(ScheduledLoad),
  /** rows in which something was found: only in the answer to whoever sends the files and asks for them */
  rows: z.optional(z.array(FoundRows)),
})
export type Load = z.infer<typeof Load>

/** How files are sent, or asked for: whether the answer has the rows in which something is found. */
export const ShowRows = z.object({ rows: z.optional(z.literal('shown')) })

/** A label stands in every page's head for good: it says something, on one line. */
const label = z.string().check(
  z.refine((given) => isLabel(given), 'one line of 1 to 200 characters, not blank'),
  namesNobody,
)
const note = z.string().check(
  z.maxLength(5000, 'a text of at most 5000 characters'),
  z.refine((given) => isPlainText(given), 'plain text'),
  namesNobody,
)

function isLabel(given: string): boolean {
  return given.length <= 200 && given.trim() !== '' && isPlainLine(given)
}

export const PublishLoad = z.object({
  label,
  note: z.optional(note),
  /** why what is unusual in the load is right: it stands in the note of the edition */
  reason: z.optional(note),
  /** measures that shall be exact for everybody from now on, by id */
  exact: z.optional(z.array(identifier).check(z.maxLength(mostKpis))),
  /** measures whose limits shall start again where the load offers it */
  rebaselines: z.optional(z.array(GivenRebaseline).check(z.maxLength(mostKpis))),
  /** that the words of these were looked at, where they hold few people or what looks like a name */
  confirmed,
  /** not now but at this time, by the clock of the organisation: 2025-12-04T09:30 */
  at: z.optional(
    z
      .string()
      .check(
        z.refine((given) => wallClock.test(given), 'a day and a time of the clock, as 2025-12-04T09:30'),
      ),
  ),
})
export type PublishLoad = z.infer<typeof PublishLoad>
