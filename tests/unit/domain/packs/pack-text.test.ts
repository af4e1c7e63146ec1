import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exhibitKinds } from '../../../../src/domain/exhibits/exhibit-ref.ts'
import { fromBase64Url, toBase64Url } from '../../../../src/domain/packs/base64-url.ts'
import { itemKey, type Pack, packLimits, tidyPack } from '../../../../src/domain/packs/pack.ts'
import { decodePack, encodePack } from '../../../../src/domain/packs/pack-text.ts'
import { cutLine } from '../../../../src/domain/packs/plain-line.ts'
import { aPackItem, aPackOf, packOfTen } from '../../../support/a-pack.ts'

const line = (longest: number) =>
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => cutLine(text, longest))
const search = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,9}$/), line(packLimits.parameterValue), {
  maxKeys: 5,
})
const anyItem = fc.record({
  ref: fc.record({
    kind: fc.constantFrom(...exhibitKinds),
    kpi: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/)),
    search: search.map(({ edition: _, audience: __, ...own }) => own),
  }),
  group: line(packLimits.group),
  line: line(packLimits.line),
})
const anyPack: fc.Arbitrary<Pack> = fc.record({
  name: line(packLimits.name),
  items: fc.uniqueArray(anyItem, { selector: itemKey, maxLength: packLimits.items }),
})

/** What somebody could put into an address: any form, written as a pack is. */
const written = (form: unknown) => `1${toBase64Url(deflateSync(strToU8(JSON.stringify(form))))}`

describe('a pack as text', () => {
  it('comes back whole, whatever it holds', () => {
    fc.assert(
      fc.property(anyPack, (pack) => {
        expect(decodePack(encodePack(pack))).toEqual({ pack: tidyPack(pack), leftOut: [] })
      }),
    )
  })

  it('is the same text for the same pack, in signs that an address holds as they are', () => {
    const [first] = packOfTen.items
    const turned = {
      ...packOfTen,
      items: [{ ...first, ref: { ...first?.ref } }, ...packOfTen.items.slice(1)],
    }
    expect(encodePack(turned as Pack)).toBe(encodePack(packOfTen))
    expect(encodePack(packOfTen)).toMatch(/^[\w-]+$/)
  })

  it('of ten charts with a line each is short enough for an e-mail', () => {
    expect(encodePack(packOfTen).length).toBeLessThan(1500)
  })

  it('of the largest pack there can be still is an address that a server reads', () => {
    const words = (seed: number) =>
      Array.from({ length: 40 }, (_, place) => ((seed * 7919 + place * 104729) % 46656).toString(36)).join(
        ' ',
      )
    const items = Array.from({ length: packLimits.items }, (_, place) =>
      aPackItem({
        group: `Item ${place}`,
        line: cutLine(words(place), 240),
        ref: { kpi: `measure-${place}` },
      }),
    )
    expect(encodePack({ name: 'All', items }).length).toBeLessThan(12_000)
  })
})

describe('reading a text that may be a pack', () => {
  it('never fails, whatever the text is', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodePack(text)))
    fc.assert(fc.property(fc.string(), (text) => void decodePack(`1${text}`)))
    fc.assert(fc.property(fc.jsonValue(), (form) => void decodePack(written(form))))
  })

  it('finds nothing in what is cut, of another version or endless', () => {
    const text = encodePack(packOfTen)
    expect(decodePack(text.slice(0, -20))).toBeNull()
    expect(decodePack(`9${text.slice(1)}`)).toBeNull()
    expect(decodePack(written('a'.repeat(1_000_000)))).toBeNull()
    expect(decodePack('1'.repeat(16_001))).toBeNull()
    expect(decodePack('')).toBeNull()
  })

  it('keeps what it knows and names what it does not', () => {
    const read = decodePack(
      written([
        'Panel',
        ['Item 5', ['trend', 'ot-waiting'], ['pie', 'ot-waiting'], 'trend', ['trend', 'ot-waiting']],
      ]),
    )
    expect(read?.pack.items).toEqual([aPackItem({ group: 'Item 5' })])
    expect(read?.leftOut).toEqual([
      'one entry that could not be read',
      '“pie”, which is not a chart or table of this dashboard',
      'one chart that stood in it twice',
    ])
  })

  it('takes neither edition nor audience from a chart, nor parameters that are none', () => {
    const read = decodePack(
      written([
        'Panel',
        [
          '',
          ['trend', 'a', 'audience=exact'],
          ['trend', 'b', 'edition=1'],
          ['trend', 'c', '__proto__[x]=1'],
          ['trend', 'd'],
        ],
      ]),
    )
    expect(read?.pack.items.map(({ ref }) => ref.kpi)).toEqual(['d'])
    expect(read?.leftOut).toEqual(['3 entries that could not be read'])
  })

  it('cuts what is too long, and keeps to forty charts', () => {
    const many = Array.from({ length: 50 }, (_, place) => ['trend', `kpi-${place}`])
    const read = decodePack(written(['x'.repeat(500), ['', ...many]]))
    expect(read?.pack.name).toHaveLength(packLimits.name)
    expect(read?.pack.items).toHaveLength(packLimits.items)
    expect(read?.leftOut).toEqual(['10 charts beyond 40', 'the end of one text that was too long'])
  })

  it('makes plain lines of its words', () => {
    const read = decodePack(written(['Two\nlines \u202etxt', ['\u0007Item', ['trend', 'a', '', ' said ']]]))
    expect(read?.pack.name).toBe('Two lines txt')
    expect(read?.pack.items).toEqual([aPackItem({ group: 'Item', line: 'said', ref: { kpi: 'a' } })])
  })
})

describe('base64 for addresses', () => {
  it('gives bytes back, and refuses what is none', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
      }),
    )
    expect(fromBase64Url('a+b')).toBeNull()
  })
})

it('a link that was sent with the first version of the text still opens', () => {
  const sent = '1i1YKTi4qLcnMq1QoSMxLzdFRMDRR8E8uyU9KLVLSiVbyLEnNVTAFsUqKUvNSlHSU8kt0yxMzgTrSlWJjYwE'
  expect(decodePack(sent)).toEqual({ pack: aPackOf('Item 5/ot-waiting'), leftOut: [] })
})
