import { describe, expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { nothingStanding, type Standing } from '../../../src/ingest/standing.ts'
import { anAction } from '../../support/an-action.ts'
import { soundLoad } from '../../support/load-files.ts'
import { sourceOf } from '../../support/source-of.ts'

const sound = Object.entries(soundLoad).map(([name, text]) => sourceOf(name, text))
const actionsHeader = 'id,board,raised,action,owner_role,due,closed,status,link,carried'

async function load(name: string, text: string, standing: Standing = nothingStanding) {
  const { problems, prepared } = await readLoad([...sound, sourceOf(name, text)], null, standing)
  return { problems: problems.map(describeProblem), content: prepared?.content }
}
const actionsOf = (rows: string, header = actionsHeader, standing?: Standing) =>
  load('actions.csv', `${header}\n${rows}\n`, standing)
const commentaryOf = (rows: string) =>
  load('commentary.csv', `kpi_id,period,author_role,text,release\n${rows}\n`)

describe('actions.csv', () => {
  it('adds actions, in the words of the log, for officers unless it says otherwise', async () => {
    const { problems, content } = await actionsOf(
      'A02,Performance review,2025-09-12,Clear high priority,Head of Assessment,2025-09-26,,in_progress,ot-waiting,1',
    )
    expect(problems).toEqual([])
    expect(content?.actions).toEqual([
      {
        id: 'A02',
        board: 'Performance review',
        raised: '2025-09-12',
        action: 'Clear high priority',
        ownerRole: 'Head of Assessment',
        due: '2025-09-26',
        closed: null,
        status: 'in-progress',
        link: 'ot-waiting',
        carried: 1,
        release: 'officer',
        whatChanged: null,
        version: 1,
        history: [],
      },
    ])
  })

  it('reads release and what changed where the file has them', async () => {
    const { content } = await actionsOf(
      'A01,HASSP,2025-07-10,Report waits,Head of Performance,2025-10-09,2025-09-29,closed,,,public,They are shown.',
      `${actionsHeader},release,what_changed`,
    )
    expect(content?.actions).toMatchObject([
      {
        status: 'closed',
        closed: '2025-09-29',
        carried: 0,
        release: 'public',
        whatChanged: 'They are shown.',
      },
    ])
  })

  it.each([
    [
      'A1,B,2025-09-12,Do,Lead,2025-09-26,,done,,0',
      'actions.csv:2:37 status is none of the words that it may be → give one of open, in_progress, in-progress, awaiting_confirmation, awaiting-confirmation, closed, superseded',
    ],
    [
      'A1,B,2025-09-12,Do,Lead,2025-09-26,,open,ot-wating,0',
      'actions.csv:2:42 link is no known measure or milestone → did you mean ot-waiting?',
    ],
    [
      'A1,B,2025-09-12,Do,Lead,2025-09-01,,open,,0',
      'actions.csv:2:25 due 2025-09-01 is before the action was raised → give a day from 2025-09-12',
    ],
    [
      'A1,B,2025-09-12,Do,Lead,2025-09-26,,closed,,0',
      'actions.csv:2:36 the action is closed, and closed is empty → give the day on which it was closed',
    ],
    [
      'A1,B,2025-09-12,Do,Lead,2025-09-26,2025-09-20,open,,0',
      'actions.csv:2:36 closed is 2025-09-20, and status says that the action goes on → write closed or superseded in status, or leave closed empty',
    ],
    [
      'A1,B,2025-09-12,Do,Lead,2025-09-26,2025-09-01,closed,,0',
      'actions.csv:2:36 closed 2025-09-01 is before the action was raised → give a day from 2025-09-12',
    ],
    [
      'A1,B,12/09/2025,Do,Lead,2025-09-26,,open,,0',
      'actions.csv:2:6 raised is not a date → write year, month and day: 2025-09-30',
    ],
    [
      'A1,B,2025-09-12,See 943 476 5919,Lead,2025-09-26,,open,,0',
      'actions.csv:2:17 looks like an NHS number → load counts, never persons: take it out at the source. Nothing of this load was kept, and nothing else of it is told',
    ],
    [
      'A1,B,2025-09-12,Do,Lead,2025-09-26,,open,,-1',
      'actions.csv:2:43 carried -1 is out of its range → give a whole number from 0 to 999',
    ],
  ])('names the place and the remedy of %s', async (row, problem) => {
    expect((await actionsOf(row)).problems).toEqual([problem])
  })

  it('leaves an action that the log knows as it is, and says where the file differs', async () => {
    const stood = anAction({ id: 'A02', link: null, status: 'awaiting-confirmation', carried: 2, version: 4 })
    const standing = { ...nothingStanding, actions: [stood] }
    const row = `A02,${stood.board},${stood.raised},${stood.action},${stood.ownerRole},${stood.due}`
    const { problems, content } = await actionsOf(`${row},,open,,1`, actionsHeader, standing)
    expect(content?.actions).toEqual([])
    expect(problems).toEqual([
      'actions.csv:2:103 A02 stands in the log with another status: awaiting-confirmation there, open here (and 1 more column differs): the log is left as it is → change it on the Actions page if the file is right, or give a new action an id of its own',
    ])
    const same = await actionsOf(`${row},,awaiting_confirmation,,2`, actionsHeader, standing)
    expect(same.problems).toEqual([])
  })
})

describe('commentary.csv', () => {
  it('brings what roles say, for officers unless it says otherwise', async () => {
    const { problems, content } = await commentaryOf(
      'ot-waiting,2025-09,OT Lead,"The list has not moved.\nSee the plan.",\not-waiting,2025-09,Director,A second view.,public',
    )
    expect(problems).toEqual([])
    expect(content?.commentary).toMatchObject([
      {
        authorRole: 'OT Lead',
        text: 'The list has not moved.\nSee the plan.',
        release: 'officer',
        writtenAt: null,
      },
      { authorRole: 'Director', text: 'A second view.', release: 'public' },
    ])
  })

  it.each([
    [
      'ot-waiting,2025-Q2,OT Lead,Text,',
      'commentary.csv:2:12 "2025-Q2" is no month, and ot-waiting has one figure a month → write a month: 2025-04',
    ],
    [
      'ot-wating,2025-09,OT Lead,Text,',
      'commentary.csv:2:1 kpi_id is no known measure → did you mean ot-waiting?',
    ],
    ['ot-waiting,2025-09,OT Lead,,', 'commentary.csv:2:28 text is empty → give every row its text'],
    [
      `ot-waiting,2025-09,OT Lead,${'a'.repeat(1201)},`,
      'commentary.csv:2:28 text has 1201 characters → shorten it to 1200 characters or fewer',
    ],
    [
      'ot-waiting,2025-09,OT Lead,One\u202etwo,',
      'commentary.csv:2:28 text has characters that are not shown, or turn the text around → copy it again as plain text',
    ],
  ])('names the place and the remedy of a fault (%#)', async (row, problem) => {
    expect((await commentaryOf(row)).problems).toEqual([problem])
  })

  it('takes one text of a role about a measure in a period', async () => {
    const twice = 'ot-waiting,2025-09,OT Lead,One,\not-waiting,2025-09,OT Lead,Two,'
    expect((await commentaryOf(twice)).problems).toEqual([
      'commentary.csv:3:1 the row contradicts line 2: the same thing with other content → keep one of the two: line 3 or line 2',
    ])
  })
})

describe('words that a load releases', () => {
  const release = `${actionsHeader},release,what_changed`
  const row = (text: string, to: string) =>
    `A01,HASSP,2025-07-10,${text},Head of Performance,2025-10-09,2025-09-29,closed,,,${to},They are shown.`

  it('are asked about where they speak of one to four people, or seem to name somebody', async () => {
    const { problems } = await actionsOf(row('Move the three residents', 'public'), release)
    expect(problems).toEqual([
      'actions.csv:2:22 everybody will read these words, and they hold few people (“three residents”) → say it in other words, or give the reason why it tells nobody who is meant',
    ])
    const { problems: ofComment } = await commentaryOf(
      'ot-waiting,2025-08,Director,"We saw 2 adults.",public',
    )
    expect(ofComment).toEqual([expect.stringContaining('few people (“2 adults”)')])
  })

  it('are not asked about where officers alone read them, nor where they stand already', async () => {
    expect((await actionsOf(row('Move the three residents', 'officer'), release)).problems).toEqual([])
    const stood = anAction({ id: 'A00', action: 'Move the three residents', release: 'public' })
    const standing = { ...nothingStanding, actions: [stood] }
    expect((await actionsOf(row('Move the three residents', 'public'), release, standing)).problems).toEqual(
      [],
    )
  })

  it('are published with a reason', async () => {
    const text = `${release}\n${row('Move the three residents', 'public')}\n`
    const { needs } = await readLoad([...sound, sourceOf('actions.csv', text)], null, nothingStanding)
    expect(needs).toEqual({ reason: true, exact: [] })
  })
})

describe('names of members, which everybody reads', () => {
  const membersOf = (rows: string, standing?: Standing) =>
    load('members.csv', `dimension,member\n${rows}\n`, standing)

  it('are asked about where they speak of one to four people, or seem to name somebody', async () => {
    const { problems } = await membersOf('home,Three residents of Elm Lodge\nhome,Oak Lodge')
    expect(problems).toEqual([
      'members.csv:2:6 everybody will read these words, and they hold few people (“Three residents”) → say it in other words, or give the reason why it tells nobody who is meant',
    ])
  })

  it('are not asked about where no panel reads them, nor where they stand already', async () => {
    expect((await membersOf('team,Team of two social workers')).problems).toEqual([])
    const members = new Map([['home', new Set(['Three residents of Elm Lodge'])]])
    const standing = { ...nothingStanding, members }
    expect((await membersOf('home,Three residents of Elm Lodge', standing)).problems).toEqual([])
  })

  it('are asked about once where figures alone bring them', async () => {
    const row = (period: string) => `ot-waiting,${period},home,Two carers,12,,,,final,2025-10-06\n`
    const figures = `${soundLoad['observations.csv']}\n${row('2025-08')}${row('2025-09')}`
    const rest = sound.filter(({ name }) => name !== 'observations.csv')
    const { problems } = await readLoad(
      [...rest, sourceOf('observations.csv', figures)],
      null,
      nothingStanding,
    )
    const asked = problems.map(describeProblem).filter((problem) => problem.includes('everybody will read'))
    expect(asked).toEqual([expect.stringContaining('observations.csv:4:25')])
  })
})
