import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { neverStored } from '../replies/send-reply.ts'

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 40rem; margin: 0 auto; padding: 3rem 1.5rem }
h1 { font-size: 1.5rem }
a { display: inline-block; padding: .5rem 0; margin-inline-end: 1.5rem }
`
const hash = createHash('sha256').update(style).digest('base64')
const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Somebody comes back from another site and is not signed in: a page that needs nothing to be read. */
export function sendRefusal(reply: FastifyReply, status: 403 | 503, words: string): FastifyReply {
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
<title>You are not signed in</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>You are not signed in</h1>
<p>${words}</p>
<p><a href="/api/v1/session/sign-in">Sign in again</a> <a href="/">Go on as the panel</a></p>
</main>
</body>
</html>
`)
}
