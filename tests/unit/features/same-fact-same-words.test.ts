import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '../../../mocks/db.ts'
import { apart, besidePlan } from '../../../src/domain/measures/apart.ts'
import {
  formatChange,
  formatDifference,
  formatTarget,
  formatValue,
  formatValueInWords,
} from '../../../src/domain/measures/format.ts'
import { capital, lowerFirst } from '../../../src/domain/measures/letter-case.ts'
import { targetAt } from '../../../src/domain/measures/measure.ts'
import { monthOf } from '../../../src/domain/periods/calendar.ts'
import { lastMonthOf } from '../../../src/domain/periods/period.ts'
import { type Said, saidIn } from '../../support/said-of-a-measure.ts'

/**
 * The same fact has the same words and the same number wherever it appears: the finding and the paragraph, the head of
 * the measure's page with and without an analysis, its row on the overview, the slide and the briefing as they are
 * drawn, the text alternative, the readout, the table, the file and what lies beside it as they are read back; of every
 * measure, in every edition of the demonstration, for both audiences.
 *
 * A fact is a function from all that is said of a measure to what each place says of it, read as a reader would, and
 * null where the place is silent. A new place is one more line; a new fact one more function.
 */
type Places = Record<string, string | null>

const captured = (text: string | undefined, says: RegExp) => says.exec(text ?? '')?.[1] ?? null
const afterName = (text: string) => text.slice(text.indexOf(': ') + 2)
const firstSentence = (text: string) => text.split(/\. (?=[A-Z])/)[0] ?? ''
const firstClause = (text: string) => text.split(';')[0] ?? ''
const factOf = ({ page }: Said, term: RegExp) =>
  page.facts.find((fact) => term.test(fact.term))?.value ?? null
const verdictOf = ({ page }: Said, id: string) => page.verdicts.find((one) => one.id === id)
const exhibitFact = ({ outside }: Said, at: number) => outside.slide.figures[at]

/** '332 adults' of '332 adults at the end of Sep 2025', which a place with a date of its own calls 'at month end'. */
const figureIn = (text: string | undefined | null) =>
  captured(text ?? '', /^(.*?) (?:on \d|in (?:[A-Z][a-z]{2} |Q)?\d|at the end of|from April to)/)
const beforeDate = (words: string | null) => words?.replace(/ (?:at month end|since April)$/, '') ?? null

/** Its title everywhere, and how its text alternative begins. */
function findingOfPage({ page: { finding }, sentence, outside: { slide, briefing, about } }: Said): Places {
  return {
    page: finding,
    slide: slide.finding,
    briefing: briefing.finding,
    'beside the file': about.finding,
    'text alternative': slide.altText.slice(0, finding.length),
    'sentence of the slide': sentence.slice(0, finding.length),
  }
}

/** Whose figures they are, of which places and which time. */
function subtitle({ outside: { slide, briefing, about } }: Said): Places {
  return { slide: slide.subtitle, briefing: briefing.subtitle, 'beside the file': about.subtitle }
}

function largeFigures({ outside: { slide, briefing } }: Said): Places {
  const told = (figures: readonly string[]) => figures.join(' | ') || null
  return { slide: told(slide.figures), briefing: told(briefing.figures) }
}

/** A slide has no room for them: the speaker has. */
function notes({ outside: { briefing, about } }: Said): Places {
  const told = (all: readonly string[]) => all.join(' | ') || null
  return { briefing: told(briefing.notes), 'beside the file': told(about.notes) }
}

function latestFigure(said: Said): Places {
  const { analysis, sentence, outside, readout, pageWithoutAnalysis, last } = said
  if (last.value === null) return {}
  const slide = captured(sentence, / \((\d[^()]*|£[^()]*)\)\. /)
  const spoken = /^[^:]*: (.*?)(?:, (?:provisional|revised)[^;]*?)?(?:;|\. |\.$|$)/
  const places = {
    finding: figureIn(afterName(analysis.finding)),
    paragraph: figureIn(afterName(analysis.paragraph)),
    'page without an analysis': figureIn(afterName(pageWithoutAnalysis.finding)),
    'sentence of the slide': figureIn(slide),
    'figure of the slide': captured(exhibitFact(said, 0), /^(.*?), /),
    readout: captured(readout, spoken),
    'text alternative': captured(captured(outside.slide.altText, /Latest figure: (.*)/) ?? '', spoken),
  }
  return Object.fromEntries(Object.entries(places).map(([place, words]) => [place, beforeDate(words)]))
}

function changeOnYear(said: Said): Places {
  const year = /(?:, |; )([^,;]*?)(?: than)? a year before/
  const fact = factOf(said, /^Change on year/)
  return {
    finding: captured(said.analysis.finding, year),
    paragraph: captured(firstSentence(said.analysis.paragraph), year),
    'page without an analysis': captured(said.pageWithoutAnalysis.finding, year),
    'figure of the slide': captured(exhibitFact(said, 0), year),
    'fact of the page': fact?.includes('(was')
      ? lowerFirst(
          fact
            .replace(/ \(was.*/, '')
            .replace('No difference', 'the same as')
            .replace('About the same', 'about the same as'),
        )
      : null,
  }
}

/** Cells say it in short, files as a number, and the sentence beside a change leaves the unit to it. */
function gapToPlan(said: Said): Places {
  const { kpi, row, table, outside, analysis, pageWithoutAnalysis, last } = said
  const { gap } = row.plan
  if (gap === null) return {}
  const { by, measure: shown } = besidePlan(kpi, gap, (last.value ?? 0) - gap)
  const size = formatDifference(shown, by)
  const whole = (words: string | null) => {
    const bare = size.split(' ')[0] ?? ''
    const told = words?.replace(/^.* and /, '') ?? null
    return told?.startsWith(`${bare} above`) || told?.startsWith(`${bare} below`)
      ? told.replace(bare, size)
      : told
  }
  const signed = (cell: string) =>
    cell === formatChange(shown, by) ? lowerFirst(verdictWords) : `${cell}, not ${formatChange(shown, by)}`
  const verdictWords = (verdictOf(said, 'plan')?.words ?? '').replace(/, \d+ months? (?:ahead|behind)$/, '')
  const plan = / (?:and |, )?(level with plan|[^,;]*? (?:above|below) plan)/
  return {
    finding: whole(captured(firstClause(analysis.finding), plan)),
    paragraph: captured(analysis.paragraph, /so the figure(?:, [^,]*,)? is (.*?)(?::|\. |\.$)/),
    'page without an analysis': whole(captured(pageWithoutAnalysis.finding, plan)),
    verdict: lowerFirst(verdictWords),
    'figure of the slide': lowerFirst(captured(exhibitFact(said, 1), /^(.*? plan) /i) ?? ''),
    'row of the overview': lowerFirst(row.plan.text)
      .replace(/ pts?\b/, (word) => word.replace('pt', 'percentage point'))
      .replace(/(above|below)$/, '$1 plan'),
    'cell of the table': signed(table.gap),
    file: signed(formatChange(shown, Number(outside.file.get('Gap to plan')))),
    attention:
      row.attention?.sentences
        .flatMap((sentence) => captured(sentence, /^([^,;]*? (?:above|below) plan)/) ?? [])
        .at(0) ?? null,
  }
}

/** As it was set, and the same on every page. */
function targetNow(asOf: string) {
  return (said: Said): Places => {
    const { kpi, analysis, row, isWhole, last, readout, outside } = said
    const target = isWhole ? targetAt(kpi.targets, monthOf(asOf)) : null
    if (!target) return {}
    const ofPeriod = targetAt(kpi.targets, lastMonthOf(last.period))
    const named = (text: string) =>
      [...new Set([...text.matchAll(/target of ([\d.,£%]*\d%?)/g)].map(([, words]) => words))].join(' and ')
    const isSame = ofPeriod !== null && formatTarget(kpi, ofPeriod) === formatTarget(kpi, target)
    const inFile = outside.file.get('Target')
    return {
      set: formatTarget(kpi, target),
      finding: named(analysis.finding) || null,
      paragraph: named(analysis.paragraph) || null,
      'fact of the page': factOf(said, /^Target/),
      verdict: captured(
        verdictOf(said, 'target')?.rule,
        /The target is (.*?)(?: or (?:fewer|lower|more))?(?:,|\.(?!\d))/,
      ),
      'row of the overview': captured(row.target.sub ?? '', /^(?:target|range) (.*)$/),
      'figure of the slide': captured(exhibitFact(said, 1), /the target is (.*)$/),
      // another may have held in the latest period
      readout: isSame ? captured(readout, /target (.*?)(?:;|$)/) : null,
      file: isSame && typeof inFile === 'number' ? formatTarget(kpi, { ...target, value: inFile }) : null,
    }
  }
}

function stateOfFigure(said: Said): Places {
  const { row, last, table, readout, analysis, sentence, outside, pageWithoutAnalysis } = said
  const isLate = row.figure.status === 'overdue'
  const states = /\b(provisional|missing|withheld)\b/
  const told = (text: string | undefined) => captured((text ?? '').toLowerCase(), states) ?? 'final'
  const isHeld = last.value !== null
  const noted = [
    ['provisional', /^Provisional/],
    ['missing', /^No figure/],
    ['withheld', /^Withheld/],
  ] as const
  const noteOf = (notes: readonly string[]) =>
    noted.find(([, says]) =>
      notes.some((one) => says.test(one) && new RegExp(`[:,] ${last.label}[.,]`).test(one)),
    )?.[0] ?? 'final'
  return {
    'row of the overview': isLate ? null : told(row.figure.text),
    verdict: isLate ? null : told(verdictOf(said, 'figure')?.words),
    'cell of the table': told(table.status),
    file: told(String(outside.file.get('Status'))),
    readout: told(readout),
    finding: told(firstClause(analysis.finding)),
    paragraph: told(firstSentence(analysis.paragraph)),
    'page without an analysis': told(pageWithoutAnalysis.finding),
    'sentence of the slide': isHeld ? told(captured(sentence, / \((\d[^()]*)\)\. /) ?? '') : null,
    'figure of the slide': isHeld ? told(exhibitFact(said, 0)) : null,
    'notes of the briefing': noteOf(outside.briefing.notes),
    'notes beside the file': noteOf(outside.about.notes),
  }
}

/** What is called the latest is the latest; what is not is called the last that is held, or shown where a later one is withheld. */
function nameOfOldFigure(said: Said): Places {
  const { last, sentence, row } = said
  const { altText, figures } = said.outside.slide
  const isOld = last.value === null && figures.length > 0
  const told = (text: string | undefined) =>
    /the last (?:figure )?(held|shown)/i.exec(text ?? '')?.[1]?.toLowerCase() ?? 'latest'
  return {
    so: isOld ? (last.availability === 'suppressed' ? 'shown' : 'held') : 'latest',
    'figure of the slide': row.figure.status === 'overdue' ? null : told(exhibitFact(said, 0)),
    'sentence of the slide': told(sentence),
    'text alternative': told(altText),
    'fact of the page': told(said.page.facts[0]?.term),
    paragraph: figures.length > 0 ? told(said.analysis.paragraph) : null,
  }
}

/** What limits say of the latest figure. */
function signalOfLimits({ analysis, readout, table, outside, page }: Said): Places {
  // points have signals of their own where limits are drawn, and nowhere else
  if (analysis.variation === null || analysis.byMethod) return {}
  const kinds = [
    ['improvement', /improvement|^better/i],
    ['concern', /concern|getting worse|^worse/i],
    ['none', /no evidence/i],
    ['change', /change|^higher|^lower/i],
  ] as const
  const told = (text: string) => kinds.find(([, says]) => says.test(text))?.[0] ?? text
  return {
    readout: told(readout.split('; ').at(-1) ?? ''),
    'cell of the table': told(table.change),
    file: told(String(outside.file.get('Real change'))),
    verdict: told(page.verdicts.find(({ id }) => id === 'change')?.words ?? ''),
  }
}

const facts: Record<string, (said: Said, asOf: string) => Places> = {
  'the finding': findingOfPage,
  'what it is of': subtitle,
  'the large figures': largeFigures,
  'what must be known': notes,
  'the latest figure, with what it counts': latestFigure,
  'the change on a year before': changeOnYear,
  'the gap to the plan': gapToPlan,
  'the target': (said, asOf) => targetNow(asOf)(said),
  'the state of the latest figure': stateOfFigure,
  'the name of a figure that is not the latest': nameOfOldFigure,
  'the signal of the limits': signalOfLimits,
}

const sets = db.tables.editions.flatMap((edition) =>
  (['exact', 'protected'] as const).map((audience) => ({ edition, number: edition.number, audience })),
)

describe.each(sets)('in edition $number, $audience', ({ edition, audience }) => {
  let all: Said[]
  beforeAll(async () => {
    all = await saidIn(edition, audience)
  })

  it('every measure is spoken of', () => {
    expect(all).toHaveLength(db.tables.readKpis(edition.number, audience).length)
  })

  it.each(Object.keys(facts))('%s is told in the same words everywhere', (fact) => {
    const said = all.map((one) => ({ measure: one.kpi.id, ...facts[fact]?.(one, edition.dataAsAt) }))
    const toldIn = ({ measure: _, ...places }: Places) =>
      Object.values(places).filter((words) => words !== null)
    expect(said.filter((places) => new Set(toldIn(places)).size > 1)).toEqual([])
    // words that no pattern reads any more would agree with everything
    const places = new Set(said.flatMap((one) => Object.keys(one)).filter((place) => place !== 'measure'))
    const silent = [...places].filter((place) =>
      said.every((one) => (Reflect.get(one, place) ?? null) === null),
    )
    expect(silent).toEqual([])
  })

  it('the latest figure and its changes are the same number in rows, tables, files and facts', () => {
    const differing = all.flatMap((said) => {
      const { kpi, row, table, last, page, outside } = said
      const number = (head: string, format: (value: number) => string) => {
        const held = outside.file.get(head)
        return typeof held === 'number' ? format(held) : null
      }
      const told = (places: Places, expected: string | null) =>
        Object.values(places).every((words) => words === expected)
          ? []
          : [{ measure: kpi.id, expected, ...places }]
      const { value } = last
      const ofValue = (one: number) => formatValue(kpi, one)
      const figure = told(
        {
          row: row.value.number === null ? null : row.value.text,
          table: value === null ? null : table.value.replace(/ \[.*$/, ''),
          file: number('Value', ofValue),
          ...(value !== null && {
            page: page.facts[0]?.value.replace(formatValueInWords(kpi, value), ofValue(value)) ?? '',
            rowInWords: row.figureInWords.includes(formatValueInWords(kpi, value))
              ? ofValue(value)
              : row.figureInWords,
          }),
        },
        value === null ? null : ofValue(value),
      )
      const changes = [
        {
          change: last.onPeriod,
          shown: row.onPeriod,
          cell: table.onPeriod,
          head: 'Change on period before',
          term: /^Change on (?!year)/,
        },
        {
          change: last.onYear,
          shown: row.onYear,
          cell: table.onYear,
          head: 'Change on year before',
          term: /^Change on year/,
        },
      ].flatMap(({ change, shown, cell, head, term }) => {
        if (change.kind === 'none')
          return told({ row: shown.text, table: cell }, change.reason === 'not-comparable' ? '[b]' : '[x]')
        const { by, measure: shownWith } = apart(kpi, change.by, change.was)
        const size = formatDifference(shownWith, by)
        const isNone = !/[1-9]/.test(size)
        const way = change.by > 0 ? 'up' : 'down'
        const fact = factOf(said, term)
        return [
          ...told(
            { row: shown.text, table: cell, file: number(head, (one) => formatChange(shownWith, one)) },
            formatChange(shownWith, by),
          ),
          ...told(
            { spoken: shown.words.slice(0, `${way} ${size}`.length) },
            isNone ? 'level'.slice(0, `${way} ${size}`.length) : `${way} ${size}`,
          ),
          ...(fact === null
            ? []
            : told(
                {
                  page: isNone
                    ? (/^(No difference|About the same) /.exec(fact)?.[0] && 'level') || fact
                    : fact.slice(0, size.length),
                },
                isNone ? 'level' : size,
              )),
        ]
      })
      return [...figure, ...changes]
    })
    expect(differing).toEqual([])
  })

  it('nothing on a page says of its target what the verdict leaves open or denies', () => {
    const fault = (verdict: string, words: string) => {
      // so many of the last figures say nothing of the latest
      if (/^Target met in \d+ of/.test(verdict)) return false
      const isSaidMet =
        /(?<!none of the (?:last )?\d+ )figures? meets? (?:it|the target)|Kept so far|The latest figure meets/i.test(
          words,
        )
      const isSaidMissed = /the target of \S+ (?:was|is) (?:missed|not met)|No figure so far meets it/.test(
        words,
      )
      if (verdict.startsWith('Not known')) return isSaidMet || isSaidMissed
      return /^Target (?:not met|missed)/.test(verdict)
        ? isSaidMet
        : verdict.startsWith('Target met') && isSaidMissed
    }
    expect(
      fault('Not known whether target is met', 'Each of the last 14 figures meets the target of 90%.'),
    ).toBe(true)
    expect(fault('Target met', 'No figure so far meets it.')).toBe(true)
    const faults = all.filter((one) => {
      const facts = one.page.facts.map(({ value, detail = '' }) => `${value} ${detail}`)
      const words = [one.analysis.finding, one.analysis.paragraph, one.analysis.headline, ...facts].join(' ')
      return fault(verdictOf(one, 'target')?.words ?? '', words)
    })
    expect(faults.map(({ kpi, analysis }) => `${kpi.id}: ${analysis.paragraph}`)).toEqual([])
  })

  it('a target that is missed is missed by what its figure and the target are apart', () => {
    const numbers = (text: string) => Number(text.replaceAll(/[^\d.]/g, ''))
    const missed = all.flatMap((said) => {
      const verdict = verdictOf(said, 'target')
      const target = said.isWhole ? targetAt(said.kpi.targets, monthOf(edition.dataAsAt)) : null
      const words = `${verdict?.words}. ${verdict?.rule}`
      const distance = captured(words, /Target not met, (.*?) (?:above|below)/)
      const figure = captured(words, /\. ([^.]*(?:\.\d[^.]*)?) in the latest figure/)
      if (distance === null || figure === null || target?.value == null) return []
      const apart = Math.abs(numbers(figure) - target.value)
      return [
        {
          measure: said.kpi.id,
          words: capital(words),
          distance: numbers(distance),
          apart: Number(apart.toFixed(6)),
        },
      ]
    })
    expect(missed.length).toBeGreaterThan(9)
    expect(missed.filter(({ distance, apart }) => distance !== apart)).toEqual([])
  })
})
