import { claimInWords } from '../../domain/findings/claim-words.ts'
import { evidence } from '../../domain/findings/evidence-words.ts'
import { lastingWords, meaningWords, noLimitsWords } from '../../domain/findings/finding-words.ts'
import { signWords } from '../../domain/findings/sign-words.ts'
import { numberInWords } from '../../domain/measures/format.ts'
import { runLength } from '../../domain/spc/rules.ts'
import type { RunChartReason } from '../../domain/spc/run-chart-causes.ts'
import { runChartReasons } from '../../domain/spc/suitability.ts'
import { IconWord, type Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { LimitPicture } from './LimitPicture.tsx'
import styles from './MethodsPage.module.css'
import { Part, WordTable } from './Part.tsx'
import { judgePicture, signalPictures } from './signal-pictures.ts'

export function SignalsPart() {
  return (
    <Part id="signals" title="Four signs of real change">
      <p>
        Four patterns would hardly ever come from chance. Where the latest figure is part of one, we say that
        there is evidence of real change. The pictures are made up; the rules found the marked figures
        (squares).
      </p>
      <ul className={styles.pictures}>
        {signalPictures.map((picture) => {
          const { mean, limits, marked } = judgePicture(picture)
          return (
            <li key={picture.title}>
              <h3 className="heading-3">{picture.title}</h3>
              <p>{picture.sentence}</p>
              {mean !== null && limits && (
                <LimitPicture
                  label={`Made-up figures: ${picture.title.toLowerCase()}`}
                  values={picture.values}
                  mean={mean}
                  lower={limits.lower}
                  upper={limits.upper}
                  marked={marked}
                />
              )}
            </li>
          )
        })}
      </ul>
      <p>
        Where figures have kept a new level for a year, with no sign of change in that year, we say since
        when. The target is then judged by the usual range of that level.
      </p>
      <p>
        A sign tells you to ask why. It does not tell you the reason, and it can still be a false alarm now
        and then.
      </p>
    </Part>
  )
}

/** As they are asked, the first that holds is given; with what judges the latest figure then. */
const methodsOf: readonly (readonly [RunChartReason, string])[] = [
  ['too-few-points', 'From eight figures on, by runs; a share with fewer, against a year before.'],
  ['one-far-figure', 'Not judged until the figure is confirmed.'],
  ['two-far-figures', 'Not judged until the figures are confirmed.'],
  ['not-monthly', 'By a chart for shares or counts, or by runs.'],
  ['year-to-date', 'By what each month added.'],
  ['full-of-gaps', 'By runs of the figures that are there.'],
  ['rare-count', 'The latest six figures and the latest one, exactly, against those before.'],
  ['few-cases', 'By runs.'],
  ['share-of-few', 'By a chart for shares, which knows of how many cases each is.'],
  ['category', 'By a chart for shares: its share of all cases of the month.'],
  ['season', 'Each figure beside those of the same month in other years.'],
  ['trending-stock', 'By its changes from figure to figure, taken together.'],
  ['carries-over', 'By its changes from figure to figure, taken together.'],
  ['mostly-level', 'By runs, and the latest six figures against those before.'],
  ['rounded', 'By the figures as they were received, which are not shown.'],
]

export function NotJudgedPart() {
  return (
    <Part id="not-judged" title="Where limits do not suit">
      <p>
        Limits mislead where figures do not suit them. Then we draw the line without limits, say why, and
        judge the latest figure in another way. The first reason that holds is given.
      </p>
      <p>
        A list carries over from month to month. So we judge its changes: those of the last half year, of the
        last year, and all of them. We also say what can be seen: since when it rises or falls, by how much a
        month, and what came after. “Rising” and “falling” are said only of what holds of the last three
        months. “A list can move so far by chance” means that such a move is no evidence.
      </p>
      <p>
        A run is a stretch of figures on one side of their middle. One that is longer than chance makes it is
        a sign. So is a set of latest figures that ranks higher or lower than those before.
      </p>
      <p>
        Everybody reads the same verdict. It is judged from the figures as they were received. Where rounding
        hides what they show, we say so.
      </p>
      <WordTable
        caption="Reasons for drawing no limits, and how the latest figure is judged"
        heads={['Why', 'How it is judged']}
        rows={methodsOf.map(([because, method]) => [runChartReasons[because], method])}
      />
      <p>
        What is left is not judged: a latest figure that is missing, withheld or overdue, or fewer figures
        than a method needs. Then we say from when it can be judged.
      </p>
    </Part>
  )
}

const icons: readonly { icon: IconName; tone: Tone; words: string; meaning: string }[] = [
  {
    icon: 'improving-high',
    tone: 'improvement',
    words: 'Improving',
    meaning: 'There is a sign of real change, for the better.',
  },
  {
    icon: 'concerning-high',
    tone: 'concern',
    words: 'Concerning',
    meaning: 'There is a sign of real change, for the worse.',
  },
  {
    icon: 'changed-high',
    tone: 'neutral',
    words: 'Changed',
    meaning: 'There is a sign of real change, and neither way is better.',
  },
  {
    icon: 'common-cause',
    tone: 'data',
    words: evidence.none.title,
    meaning: 'Only the usual ups and downs.',
  },
  {
    icon: 'not-judged',
    tone: 'data',
    words: 'Not judged',
    meaning: 'The latest figure is missing, overdue, or one of too few.',
  },
  {
    icon: 'target-reliable',
    tone: 'improvement',
    words: 'Reliably meets its target',
    meaning:
      'The whole usual range is on the right side of the target (that of a new level, where one has lasted), and so is each of the last 12 figures. After a change, figures alone are told.',
  },
  {
    icon: 'target-unreachable',
    tone: 'concern',
    words: 'Reliably misses its target',
    meaning:
      'The whole usual range is on the wrong side, and so is each of the last 12 figures: something has to change.',
  },
  {
    icon: 'target-by-chance',
    tone: 'data',
    words: 'Meets or misses its target by chance',
    meaning: 'The target lies inside the usual range.',
  },
]

export function IconsPart() {
  return (
    <Part id="icons" title="What the icons mean">
      <p>
        The first five speak of change, the last three of the target. They are two questions: a measure can
        have got better and still miss its target. Each icon stands beside its words.
      </p>
      <table className={`figure-table ${styles.words}`}>
        <caption>Icons and their meaning</caption>
        <thead>
          <tr>
            <th scope="col">Icon</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {icons.map(({ icon, tone, words, meaning }) => (
            <tr key={words}>
              <th scope="row">
                <IconWord icon={icon} tone={tone}>
                  {words}
                </IconWord>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

export function WordsPart() {
  const run = numberInWords(runLength)
  return (
    <Part id="words" title="Which words we use, and when">
      <p>
        Sentences about figures are put together by rule. Each state has its own words, and no other words may
        stand for it. So “improvement” is never said without a sign of it.
      </p>
      <WordTable
        caption="From state to words: change"
        heads={['State', 'Words']}
        rows={[
          ['No sign', evidence.none.clause],
          ['A sign, for the better', meaningWords.improvement],
          ['A sign, for the worse', meaningWords.concern],
          ['A sign, neither is better', meaningWords.neutral],
          ['For the better, published as a year ago', meaningWords.better],
          ['For the worse, published as a year ago', meaningWords.worse],
          ['Better than usual, not than a year ago', meaningWords['better-not-on-year']],
          ['Worse than usual, not than a year ago', meaningWords['worse-not-on-year']],
          ['Better than usual, of late the other way', meaningWords['better-not-of-late']],
          ['Worse than usual, of late the other way', meaningWords['worse-not-of-late']],
          ['A better level, kept for a year', lastingWords.improvement.clause],
          ['A worse level, kept for a year', lastingWords.concern.clause],
          ['Another level, kept for a year', lastingWords.neutral.clause],
          ['All figures alike', noLimitsWords.constant],
          ['Too many gaps', noLimitsWords.gaps],
        ]}
      />
      <WordTable
        caption="From state to words: the sign"
        heads={['State', 'Words']}
        rows={[
          ['Above the upper limit', signWords['outside-high'].clause(run)],
          ['Below the lower limit', signWords['outside-low'].clause(run)],
          ['Steady rise', signWords.rising.clause(run)],
          ['Steady fall', signWords.falling.clause(run)],
          ['Two of three near the top', signWords['near-high'].clause(run)],
          ['Two of three near the foot', signWords['near-low'].clause(run)],
          ['Run above the mean', signWords.above.clause(run)],
          ['Run below the mean', signWords.below.clause(run)],
        ]}
      />
      <WordTable
        caption="From state to words: a target of 80%, say"
        heads={['State', 'Words']}
        rows={[
          ['Usual range on the right side', claimInWords({ kind: 'reliably-met' }, '80%')],
          ['Usual range on the wrong side', claimInWords({ kind: 'reliably-missed' }, '80%')],
          ['Target inside the usual range', claimInWords({ kind: 'by-chance' }, '80%')],
          ['Inside, and met every time', claimInWords({ kind: 'met-in-all', figures: 36 }, '80%')],
          ['Inside, and missed every time', claimInWords({ kind: 'missed-in-all', figures: 36 }, '80%')],
          ['Met for a year or more', claimInWords({ kind: 'met-in-last', figures: 19 }, '80%')],
          ['Missed for a year or more', claimInWords({ kind: 'missed-in-last', figures: 19 }, '80%')],
          [
            'Limits of before a change, or of two levels',
            claimInWords({ kind: 'met-in-some', figures: 5, of: 12 }, '80%'),
          ],
          ['Range on the wrong side, latest met', claimInWords({ kind: 'met-now' }, '80%')],
          ['Range on the right side, latest missed', claimInWords({ kind: 'missed-now' }, '80%')],
        ]}
      />
    </Part>
  )
}
