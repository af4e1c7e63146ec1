import { createHash } from 'node:crypto'
import { type Encoding, encode } from './encodings.ts'

/** A reply as it goes out: its bytes in each form that was asked for, and what names them. */
export interface FinishedReply {
  tag: string
  forms: Map<Encoding, Buffer>
  body: Buffer
  /** where it is to be compressed harder than usual */
  brotliQuality?: number
}

/** Below this, compressing costs more than it saves. */
const worthCompressing = 1024

export function finishReply(text: string): FinishedReply {
  const body = Buffer.from(text)
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  return { tag, body, forms: new Map([['identity', body]]) }
}

export function suitableEncoding({ body }: FinishedReply, wanted: Encoding): Encoding {
  return body.length < worthCompressing ? 'identity' : wanted
}

/** The bytes in one form; compressed when first asked for, then kept. */
export async function formOf(reply: FinishedReply, encoding: Encoding): Promise<Buffer> {
  const known = reply.forms.get(encoding)
  if (known) return known
  const form = await encode(reply.body, encoding, reply.brotliQuality)
  reply.forms.set(encoding, form)
  return form
}

/** Strong: another form of the same reply is other bytes and has another tag. */
export function entityTag({ tag }: FinishedReply, encoding: Encoding): string {
  return encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`
}

/** Whether the reader already has this reply, in whichever form. */
export function isKnownToReader(reply: FinishedReply, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch
    .split(',')
    .map((tag) =>
      tag
        .trim()
        .replace(/^W\//, '')
        .replace(/^"|"$/g, '')
        .replace(/-(br|gzip)$/, ''),
    )
    .some((tag) => tag === '*' || tag === reply.tag)
}
