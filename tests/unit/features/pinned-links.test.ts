import { describe, expect, it } from 'vitest'
import { exhibitKey } from '../../../src/domain/exhibits/exhibit-ref.ts'
import { addressOf } from '../../../src/exhibits/export/about-rows.ts'
import { briefingAddress } from '../../../src/features/briefing/briefing-address.ts'
import { packAddress } from '../../../src/features/pack/pack-link.ts'
import { aPackOf } from '../../support/a-pack.ts'
import { anExhibit } from '../../support/an-exhibit.ts'

const site = 'https://dashboard.example'
const query = (address: string) => Object.fromEntries(new URL(address, site).searchParams)

describe('a link that opens the same again', () => {
  it('of a file names edition and audience, and keeps everything else that was chosen', () => {
    const address = '/kpis/ot-waiting?range=24&dimension=town&member=Acton'
    expect(query(addressOf(anExhibit({ address }), site))).toEqual({
      ...{ range: '24', dimension: 'town', member: 'Acton' },
      ...{ edition: '5', audience: 'protected' },
    })
  })

  it('of a file names the audience of its figures, whatever the page’s address said', () => {
    const exhibit = anExhibit({ address: '/plan?audience=exact&edition=1' })
    expect(query(addressOf(exhibit, site))).toEqual({ edition: '5', audience: 'protected' })
  })

  it('of a briefing keeps what was chosen, and leaves out only how much of the page stands around it', () => {
    const search = {
      range: '12',
      change: 'M01',
      dimension: 'town',
      member: 'Acton',
      view: 'picture',
      to: undefined,
    }
    expect(query(briefingAddress('ot-waiting', search, { edition: 4, audience: 'exact' }))).toEqual({
      ...{ range: '12', change: 'M01', dimension: 'town', member: 'Acton' },
      ...{ edition: '4', audience: 'exact' },
    })
  })

  it('of a pack names edition and audience beside its items', () => {
    const address = packAddress(aPackOf('Waiting/ot-waiting'), {
      origin: site,
      edition: 5,
      audience: 'protected',
    })
    expect(query(address)).toMatchObject({ edition: '5', audience: 'protected', items: expect.any(String) })
  })
})

describe('what names a chart in a pack', () => {
  const key = (search: Record<string, string>) => exhibitKey({ kind: 'trend', kpi: 'ot-waiting', search })

  it('is the same in whatever order its parameters were chosen, and another for other parameters', () => {
    expect(key({ range: '12', change: 'M01' })).toBe(key({ change: 'M01', range: '12' }))
    expect(key({ range: '12' })).not.toBe(key({ range: '24' }))
    expect(key({ dimension: 'town', member: 'Acton' })).not.toBe(
      key({ dimension: 'town', member: 'Hanwell' }),
    )
  })
})
