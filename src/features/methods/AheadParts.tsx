import { fewestToForecast, furthestMonths } from '../../domain/forecast/forecast.ts'
import { notLikely } from '../../domain/forecast/reached-target.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import { bearableFalseAlarms } from '../../domain/signals/find-signals.ts'
import { strengths, strengthTable } from '../../domain/signals/strength.ts'
import { forecastEvidence, notLikelyEvidence, signalEvidence } from './evidence.ts'
import { Part, WordTable } from './Part.tsx'

const percent = (value: number) => `${formatNumber(value, 1)}%`

export function ForecastPart() {
  return (
    <Part id="forecast" title="What the forecast can tell, and what it cannot">
      <p>
        The fan on a chart shows where the figures may go if things go on as they have. The line in the middle
        is as likely to be too high as too low. The inner band should hold eight of ten later figures, the
        outer one 19 of 20. It looks at most {furthestMonths} months ahead, and needs at least{' '}
        {fewestToForecast} figures.
      </p>
      <p>
        We tested this on real published figures from many places. We hid the later months, made the forecast,
        and then looked.
      </p>
      <WordTable
        caption="How many later figures fell inside the bands"
        heads={['Figures', 'Inner band (80%)', 'Outer band (95%)']}
        rows={forecastEvidence.map(({ source, held80, held95 }) => [
          source,
          percent(held80),
          percent(held95),
        ])}
      />
      <p>
        Of a target it says three things, each with its own chance. It may be met in one period. It may be met
        in any period by a date. It may be kept: met for as many periods running as the plan asks, or else 3
        months, 2 quarters or 1 year. Of a target that is kept now it says whether it stays so: met in every
        period to its date, or for a year. A figure that moves up and down by chance can meet its target in
        many months, and never keep it. To work this out, we let each series go on in many ways, as it has
        gone so far, and count.
      </p>
      <p>
        “Not likely to be kept” means a chance that shows as {notLikely.kept}% or less, “not likely to be met”{' '}
        {notLikely.met}% or less. A target that any figure of the last two years met, since the last change of
        definition, is never called not likely to be met.
      </p>
      <WordTable
        caption="How often “not likely within 18 months” held"
        heads={['Figures', 'Not met, as said', 'Not kept, as said']}
        rows={notLikelyEvidence.map(({ source, notMet, notKept }) => [
          source,
          percent(notMet),
          percent(notKept),
        ])}
      />
      <p>
        A forecast cannot know what a plan will change, what a new rule will bring, or what nobody has seen
        before. It is not a promise and not a target.
      </p>
    </Part>
  )
}

export function EmergingPart() {
  const oneIn = (share: number) => `1 in ${formatNumber(Math.round(1 / share), 0)}`
  return (
    <Part id="emerging" title="Emerging issues and false alarms">
      <p>
        Every measure, and every part of it that you may see, is tested for a change in the last year. We look
        for a new level, a slow drift, one month far off, figures that move more or less than they did, and a
        shift between categories. A list that has long been rising or falling is held against its own trend.
      </p>
      <p>
        Test hundreds of series, and some will look odd by chance. So they are tested together: the more there
        are, the plainer each must be. The line is set so that about {oneIn(bearableFalseAlarms)} of the flags
        may be a false alarm.
      </p>
      <WordTable
        caption="How plain a flagged change is"
        heads={['Word', 'False alarms expected among flags this plain or plainer']}
        rows={strengths.map((strength) => [
          strengthTable[strength].words,
          `at most about ${oneIn(strengthTable[strength].upTo ?? bearableFalseAlarms)}`,
        ])}
      />
      <p>
        The price is that some real changes are missed. This is how often made-up changes were found among 200
        series of three years:
      </p>
      <WordTable
        caption="How often a change is found"
        heads={['Change', 'Found']}
        rows={signalEvidence.map(({ change, found }) => [change, percent(found)])}
      />
    </Part>
  )
}
