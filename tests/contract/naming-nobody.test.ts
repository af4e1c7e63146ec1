import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Action } from '../../src/contract/actions.ts'
import { Problem } from '../../src/contract/common.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { type ApiInProcess, openMock, openServer } from '../support/servers-in-process.ts'

/** Each gives a person away in another way; the word in the middle must not come back. */
const persons = [
  ['an NHS number', 'See 943 476 5919', '5919'],
  ['an NHS number in other digits', 'See ９４３４７６５９１９', '９４３'],
  ['an email address', 'Write to zzexample@example.org', 'zzexample'],
  ['a date of birth', 'Born on 14/02/1941', '1941'],
  ['a name with its title', 'Mrs Zzexample waits', 'Zzexample'],
  ['nothing but a name', 'Margaret Zzexample', 'Zzexample'],
  ['a National Insurance number', 'NI JG 10 37 59 A', '37 59'],
  ['a mobile number', 'Ring 07700 900123', '900123'],
  ['a home address', 'At 12 Zzexample Road, W5 2AB', 'Zzexample'],
] as const

const action = { board: 'Board', action: 'Do it.', ownerRole: 'OT Lead', due: '2031-10-31', link: null }
const pack = { name: 'Panel', items: [{ kind: 'trend', kpi: 'ot-waiting', search: {}, group: '', line: '' }] }
const itemWith = (changes: object) => ({ ...pack, items: [{ ...pack.items[0], ...changes }] })

/** Every field of every writing that holds words: method, address, parameter that is named, and the body. */
const fields: readonly (readonly [string, string, string, (words: string) => object])[] = [
  ...['board', 'action', 'ownerRole', 'note', 'link'].map(
    (field) =>
      [
        'POST',
        officerPaths.recordAction(),
        field,
        (words: string) => ({ ...action, [field]: words }),
      ] as const,
  ),
  ...['board', 'action', 'ownerRole', 'note', 'link', 'whatChanged'].map(
    (field) => ['PATCH', officerPaths.action('A01'), field, (words: string) => ({ [field]: words })] as const,
  ),
  ['PUT', officerPaths.writeCommentary(), 'text', (text) => ({ kpi: 'ot-waiting', period: '2025-10', text })],
  ['PUT', officerPaths.writeCommentary(), 'kpi', (kpi) => ({ kpi, period: '2025-10', text: 'Words.' })],
  ['POST', officerPaths.storePack(), 'name', (name) => ({ ...pack, name })],
  ['POST', officerPaths.storePack(), 'items', (line) => itemWith({ line })],
  ['POST', officerPaths.storePack(), 'items', (group) => itemWith({ group })],
  ['POST', officerPaths.storePack(), 'items', (member) => itemWith({ search: { member } })],
]

describe.each([
  ['mock', async () => openMock()],
  ['server', openServer],
] as const)('what is typed into the %s', (_, open) => {
  let api: ApiInProcess
  let tag: string
  beforeAll(async () => {
    api = await open()
    await api.signIn('service-lead')
    const first = Action.parse(await (await api.send('POST', officerPaths.recordAction(), action)).json())
    tag = `"${first.version}"`
  })
  afterAll(() => api.close())

  it('is not said again under a name or at an address that there is not', async () => {
    await api.signIn('service-lead')
    const replies = [
      await api.send('POST', officerPaths.recordAction(), { ...action, remark: 'See 943 476 5919' }),
      await api.send('POST', officerPaths.recordAction(), { ...action, '943 476 5919': 'x' }),
      await api.send('PATCH', officerPaths.action('9434765919'), { note: 'x' }, { 'if-match': tag }),
    ]
    for (const reply of replies) {
      expect(reply.status).toBeGreaterThanOrEqual(400)
      const said = await reply.text()
      expect(Problem.safeParse(JSON.parse(said)).success).toBe(true)
      expect(said).not.toContain('5919')
    }
  })

  it.each(fields)(
    'by %s %s in %s names nobody, and is not said again',
    async (method, address, field, bodyOf) => {
      await api.signIn('service-lead')
      for (const [, words, secret] of persons) {
        const reply = await api.send(
          method,
          address,
          bodyOf(words),
          method === 'PATCH' ? { 'if-match': tag } : {},
        )
        const said = await reply.text()
        expect([words, reply.status, Problem.parse(JSON.parse(said)).parameter]).toEqual([words, 400, field])
        expect(said).not.toContain(secret)
      }
    },
  )
})
