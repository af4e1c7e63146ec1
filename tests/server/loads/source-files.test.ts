import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCsv } from '../../../server/loads/read-csv.ts'
import { collectSources, NoSuchPathError } from '../../../server/loads/source-files.ts'
import { BadZipError } from '../../../server/loads/zip-files.ts'
import { mostFiles } from '../../../src/contract/bounds.ts'
import { aZip } from '../../support/a-zip.ts'
import { allOf } from '../../support/all-of.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('collectSources', () => {
  it('takes the files of a folder, hidden ones and other folders left out', async () => {
    writeFileSync(join(folder, 'kpis.csv'), 'a')
    writeFileSync(join(folder, '.hidden'), 'a')
    mkdirSync(join(folder, 'other'))
    expect((await collectSources([folder])).map(({ name }) => name)).toEqual(['kpis.csv'])
  })

  it('reads the files of a zip, as often as it is asked to', async () => {
    const path = join(folder, 'load.zip')
    writeFileSync(path, aZip({ 'September/kpis.csv': 'a,b\n1,2\n', 'September/members.csv': 'c\n3\n' }))
    const sources = await collectSources([path])
    expect(sources.map(({ name, label }) => [name, label])).toEqual([
      ['kpis.csv', `${path}/September/kpis.csv`],
      ['members.csv', `${path}/September/members.csv`],
    ])
    const [first] = sources
    if (!first) throw new Error('the zip has two files')
    const read = async () => (await allOf(readCsv(first, () => undefined))).map(({ fields }) => fields)
    expect(await read()).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(await read()).toHaveLength(2)
  })

  it('refuses a zip whose content is not what was packed, at the file that is damaged', async () => {
    const path = join(folder, 'load.zip')
    writeFileSync(
      path,
      Buffer.from(aZip({ 'kpis.csv': 'a,b\n412,2\n' }).toString('latin1').replace('412', '912'), 'latin1'),
    )
    const [damaged] = await collectSources([path])
    if (!damaged) throw new Error('the zip has a file')
    await expect(allOf(readCsv(damaged, () => undefined))).rejects.toThrow(
      'the zip cannot be read (kpis.csv: its content is not what was packed)',
    )
  })

  it('refuses a zip with a name that leads out of it, and one that is packed in an unknown way', async () => {
    const path = join(folder, 'load.zip')
    writeFileSync(path, aZip({ '../../kpis.csv': 'a' }))
    await expect(collectSources([path])).rejects.toThrow(BadZipError)
    const unknownMethod = aZip({ 'kpis.csv': 'a' })
    unknownMethod[8] = 99
    unknownMethod[unknownMethod.indexOf('PK\u0001\u0002') + 10] = 99
    writeFileSync(path, unknownMethod)
    const [unreadable] = await collectSources([path])
    if (!unreadable) throw new Error('the zip has a file')
    await expect(allOf(readCsv(unreadable, () => undefined))).rejects.toThrow(BadZipError)
  })

  it('refuses a zip that lists more files than a load has, and says what to do', async () => {
    const path = join(folder, 'load.zip')
    const files = (count: number) =>
      aZip(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.csv`, ''])))
    writeFileSync(path, files(mostFiles))
    expect(await collectSources([path])).toHaveLength(mostFiles)
    writeFileSync(path, files(mostFiles + 1))
    await expect(collectSources([path])).rejects.toThrow(/more than 500 files and folders; leave out/)
  })

  it('says that a zip is none, and that a path is not there', async () => {
    writeFileSync(join(folder, 'load.zip'), 'no zip')
    await expect(collectSources([join(folder, 'load.zip')])).rejects.toThrow(BadZipError)
    await expect(collectSources([join(folder, 'absent')])).rejects.toThrow(NoSuchPathError)
  })
})
