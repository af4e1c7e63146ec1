import { describe, expect, it } from 'vitest'
import { keepView, parseSearch, readSearch, stringifySearch } from '../../../src/app/search.ts'
import { oneOf, textThat } from '../../../src/domain/addresses/parameter.ts'

const shape = { range: oneOf(['12', 'all']), find: textThat(() => true) }

describe('readSearch', () => {
  it('keeps each good value and names each bad one, as written', () => {
    expect(readSearch(shape, { range: '99', find: 'ot' })).toEqual({
      values: { find: 'ot' },
      ignored: ['range=99'],
    })
  })

  it('names parameters that nobody knows, and leaves alone those that somebody else reads', () => {
    expect(readSearch(shape, { edition: '5', wibble: '1' }, ['edition']).ignored).toEqual(['wibble=1'])
  })

  it('takes no property of the prototype for a parameter', () => {
    expect(readSearch(shape, parseSearch('?constructor=1&toString=2')).ignored).toEqual([
      'constructor=1',
      'toString=2',
    ])
  })
})

describe('stringifySearch', () => {
  it('writes what parseSearch reads, and leaves out what is empty', () => {
    const text = stringifySearch({ edition: 5, member: 'Own home & garden', to: undefined, find: '' })
    expect(parseSearch(text)).toEqual({ edition: '5', member: 'Own home & garden' })
  })
})

describe('keepView', () => {
  const here = { edition: '4', audience: 'exact', sort: 'name' }

  it('keeps edition and audience, and leaves the rest of the address behind', () => {
    expect(keepView(here, { find: 'OT' })).toEqual({ edition: '4', audience: 'exact', find: 'OT' })
  })

  it('keeps what is asked for where that names others', () => {
    expect(keepView(here, { edition: '5' })).toEqual({ edition: '5', audience: 'exact' })
  })

  it('leaves an address as it is written where it names both', () => {
    const asked = { sort: 'name', audience: 'exact', edition: '4' }
    expect(Object.keys(keepView(here, asked))).toEqual(['sort', 'audience', 'edition'])
  })
})
