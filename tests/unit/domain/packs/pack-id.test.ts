import { expect, it } from 'vitest'
import { packId, packIdForm } from '../../../../src/domain/packs/pack-id.ts'
import { aPackOf, packOfTen } from '../../../support/a-pack.ts'

it('the id of a pack is made of what it holds', async () => {
  expect(await packId(packOfTen)).toMatch(packIdForm)
  expect(await packId(aPackOf('A/a', 'B/b', 'A/c'))).toBe(await packId(aPackOf('A/a', 'A/c', 'B/b')))
  expect(await packId(aPackOf('A/a', 'B/b'))).not.toBe(await packId(aPackOf('B/b', 'A/a')))
  expect(await packId({ ...packOfTen, name: 'Another' })).not.toBe(await packId(packOfTen))
})
