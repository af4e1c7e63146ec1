import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { neverStored } from './send-reply.ts'

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 40rem; margin: 0 auto; padding: 3rem 1.5rem }
h1 { font-size: 1.5rem }
a { display: inline-block; padding: .5rem 0; margin-inline-end: 1.5rem }
`
const hash = createHash('sha256').update(style).digest('base64')
const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export interface PlainPage {
  status: number
  title: string
  words: string
  /** where to go on, by what is said of it */
  links: readonly (readonly [words: string, address: string])[]
}

/** What somebody reads who opened an address and cannot be shown its page: it needs no script, and nobody keeps it. */
export function sendPlainPage(reply: FastifyReply, { status, title, words, links }: PlainPage): FastifyReply {
  const ways = links.map(([said, address]) => `<a href="${asMarkup(address)}">${asMarkup(said)}</a>`)
  return reply
    .code(status)
    .header('cache-control', neverStored)
    .header('content-security-policy', contentSecurityPolicy)
    .type('text/html; charset=utf-8')
    .serializer((page: string) => page)
    .send(`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${asMarkup(title)}</h1>
<p>${asMarkup(words)}</p>
<p>${ways.join(' ')}</p>
</main>
</body>
</html>
`)
}

function asMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
