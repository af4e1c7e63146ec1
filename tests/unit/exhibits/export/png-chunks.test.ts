import { describe, expect, it } from 'vitest'
import { checksum, describePng } from '../../../../src/exhibits/export/png-chunks.ts'

// one white point, as any encoder writes it
const onePoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

/** Kind and text of every chunk of an image. */
function chunksOf(bytes: Buffer): { kind: string; data: Buffer; isWhole: boolean }[] {
  const chunks: { kind: string; data: Buffer; isWhole: boolean }[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const body = bytes.subarray(at + 4, at + 8 + length)
    chunks.push({
      kind: body.subarray(0, 4).toString('latin1'),
      data: body.subarray(4),
      isWhole: checksum(body) === bytes.readUInt32BE(at + 8 + length),
    })
    at += 12 + length
  }
  return chunks
}

describe('describePng', () => {
  it('writes each line as text of its own after the header, and breaks nothing', async () => {
    const described = await describePng(new Blob([onePoint]), [
      ['Finding', 'The list fell by 12 − at last'],
      ['Marking', 'OFFICIAL'],
    ])
    const chunks = chunksOf(Buffer.from(await described.arrayBuffer()))
    expect(chunks.map(({ kind }) => kind)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND'])
    expect(chunks.every(({ isWhole }) => isWhole)).toBe(true)
    expect(chunks[1]?.data.toString('utf8')).toBe('Title\0\0\0\0\0The list fell by 12 − at last')
  })
})

describe('checksum', () => {
  it('is that of the standard', () => {
    // the check value of CRC-32: '123456789' → CBF43926
    expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })
})
