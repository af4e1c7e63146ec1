import type { Application } from '../application.ts'

/** The page runs its own files and nothing else, and nobody frames it; no word of code stands in a page itself. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
].join('; ')

/**
 * What every reply tells a browser to keep to. A list of our own and not a plugin's, because it also stands on what is
 * answered before there is a request: there are no hooks yet.
 */
export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
} as const

/** Whoever came by TLS comes by TLS from now on. Said over TLS alone: a browser believes it from nowhere else. */
const onlyByTls = 'max-age=31536000; includeSubDomains'

/** First of all hooks: what is refused or kept has its headers too. */
export function sendSecurityHeaders(app: Application) {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeaders)
    if (request.protocol === 'https') reply.header('strict-transport-security', onlyByTls)
    done()
  })
}
