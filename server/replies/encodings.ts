import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const brotli = promisify(brotliCompress)
const gzipCompress = promisify(gzip)

/** The smallest form that the reader takes; a form named with q=0 is refused. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const offer = Array.isArray(accepted) ? accepted.join(',') : (accepted ?? '')
  if (takes(offer, 'br')) return 'br'
  return takes(offer, 'gzip') ? 'gzip' : 'identity'
}

function takes(offer: string, encoding: 'br' | 'gzip'): boolean {
  if (!offer.includes(encoding) && !offer.includes('*')) return false
  const parts = offer.split(',').map((part) => part.trim().split(';'))
  // a star stands for every form that is not named
  const part = parts.find(([name]) => name === encoding) ?? parts.find(([name]) => name === '*')
  return part?.slice(1).every((parameter) => !/^\s*q=0(\.0*)?\s*$/.test(parameter)) ?? false
}

/** @param brotliQuality of a reply that is made once and sent often, more than the usual is worth its time */
export async function encode(body: Buffer, encoding: Encoding, brotliQuality = 5): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
    case 'gzip':
      return await gzipCompress(body)
    case 'identity':
      return body
  }
}
