import { describe, expect, it } from 'vitest'
import { exactFile } from '../../../src/api/exports.ts'
import { fileNameOf } from '../../../src/exhibits/export/file-name.ts'

describe('exactFile', () => {
  const nameOf = (audience: 'exact' | 'protected', ending: string) =>
    fileNameOf(
      { fileStem: '2025-09_ot-waiting', origin: { edition: { number: 5 }, audience } as never },
      ending,
    )

  it('knows files of exact figures by the names that they are given, and no others', () => {
    expect(exactFile(nameOf('exact', 'csv'))).toEqual({ form: 'csv', edition: 5 })
    expect(exactFile(nameOf('exact', '2x.png'))).toEqual({ form: 'png', edition: 5 })
    expect(exactFile(nameOf('protected', 'csv'))).toBeNull()
    expect(exactFile('audit.csv')).toBeNull()
  })
})
