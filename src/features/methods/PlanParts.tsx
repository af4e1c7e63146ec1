import {
  confidence,
  confidenceOfList,
  fewestEitherSide,
} from '../../domain/interventions/before-and-after.ts'
import { fewAPeriod, fewestCounts } from '../../domain/interventions/compare-counts.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import { impactOutlooks, impactOutlookWords } from '../../domain/plans/impact-outlook.ts'
import { impactStates } from '../../domain/plans/impact-states.ts'
import { impactWords } from '../../domain/plans/impact-words.ts'
import { deliveryWords } from '../../domain/plans/judge-milestone.ts'
import type { Brag } from '../../domain/plans/plan.ts'
import { planTerms } from '../../domain/plans/plan-terms.ts'
import { RecordTable } from '../../ui/RecordTable.tsx'
import { judgeExamples } from './milestone-examples.ts'
import { Part, WordTable } from './Part.tsx'

const colourWords: Record<Brag, string> = {
  blue: 'Blue',
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  grey: 'Grey',
}

export function PlanPart() {
  return (
    <Part id="plan" title="How milestones are judged">
      <p>
        A milestone is judged by its dates, as of the day of the edition. The colour that was reported counts
        only where it is worse than the dates say, or where the board has accepted the evidence. Nothing
        overdue is ever green.
      </p>
      <p>
        Slip is counted in working days from the date first promised. Weekends and the bank holidays of
        England are left out. Moving a date does not undo the slip.
      </p>
      <h3 className="heading-3" id="plan-words">
        Words of the plan
      </h3>
      <p>
        Each of these words means one thing on every page, slide and file. Delivery and impact have words of
        their own: a milestone can be on track while its measure is not likely to meet what was promised.
      </p>
      <WordTable
        caption="Words of the plan, what they are said of, and what they mean"
        heads={['Word', 'Said of', 'Meaning']}
        rows={planTerms.map(({ word, of, meaning }) => [word, of, meaning])}
      />
      <h3 className="heading-3">Made-up milestones, judged by the rule</h3>
      <RecordTable
        caption="Made-up milestones, judged by the rule"
        columns={[
          { head: 'Milestone', text: ({ what }) => what, width: 3 },
          { head: 'Colour', text: ({ brag }) => colourWords[brag] },
          { head: 'Word', text: ({ delivery }) => deliveryWords[delivery] },
          { head: 'Slip, working days', text: ({ slipWorkingDays }) => formatNumber(slipWorkingDays, 0) },
          { head: 'Rule', text: ({ rule }) => rule, width: 4 },
        ]}
        rows={judgeExamples()}
        keyOf={({ what }) => what}
      />
    </Part>
  )
}

export function ImpactPart() {
  return (
    <Part id="impact" title="Done, and did it work?">
      <p>
        Whether a milestone was done is one question. Whether its measure moved is another. We keep them
        apart, and say both. None of the words claims that one came of the other.
      </p>
      <WordTable
        caption="From state to words: delivery and impact"
        heads={['In short', 'In full']}
        rows={impactStates.map((state) => [impactWords[state].short, impactWords[state].sentence])}
      />
      <p>
        Of a milestone that is not done, the words of its delivery are joined by what is to be expected of its
        measure.
      </p>
      <WordTable
        caption="From chance to words: what is to be expected of the measure"
        heads={['In short', 'In full']}
        rows={impactOutlooks.map((outlook) => [
          impactOutlookWords[outlook].short,
          impactOutlookWords[outlook].sentence,
        ])}
      />
    </Part>
  )
}

export function BeforeAfterPart() {
  return (
    <Part id="before-and-after" title="Before and after">
      <p>
        For a milestone or a known event, we compare the months before with the months after. We look at the
        level and at the slope, and allow for the season and for each month being like the one before.
      </p>
      <p>
        The size of a change comes with a range that should hold the truth in{' '}
        {formatNumber(100 * confidence, 0)} of 100 cases. We speak of a change only where that whole range is
        on one side of zero. With fewer than {fewestEitherSide} figures on a side, or another event close by,
        we do not try.
      </p>
      <p>
        A list, such as people waiting, adds up what came in less what went out, so it wanders even where
        nothing changes. For a list we therefore compare its monthly changes, and its range should hold the
        truth in {formatNumber(1000 * confidenceOfList, 0)} of 1,000 cases. Small changes of a list cannot be
        told from chance.
      </p>
      <p>
        Where fewer than {fewAPeriod} things happen in a month on average, we compare by how many times more
        or fewer there are, so that no range reaches below none. It takes {fewestCounts} figures on a side.
        Where there were none at all after it, we say so.
      </p>
      <p>
        We say “after”, never “because of”. Something else may have happened at the same time, and these
        figures cannot tell.
      </p>
    </Part>
  )
}
