import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { describeProblem } from '../src/service/problem.ts'
import { securityHeaders } from './door/security-headers.ts'

/** What is no request of HTTP, or has more in its head than is read, is answered on the bare connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  endWith(socket, unreadable[error.code ?? ''] ?? 400)
}

function endWith(socket: Socket, status: number) {
  const body = JSON.stringify(describeProblem(status, words[status] ?? 'The request cannot be read.'))
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `Content-Type: ${problemType}`,
      'Cache-Control: no-store',
      ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

/** Node answers these by itself and without words: an expectation that it does not know, and CONNECT. */
export function answerOddRequests(server: Server) {
  server.on('connect', (_: IncomingMessage, socket: Socket) => endWith(socket, 405))
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    const body = JSON.stringify(describeProblem(417, 'Nothing but 100-continue can be expected here.'))
    response.writeHead(417, {
      ...securityHeaders,
      'content-type': problemType,
      'cache-control': 'no-store',
      connection: 'close',
    })
    response.end(body)
  })
}

const problemType = 'application/problem+json; charset=utf-8'

const unreadable: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
}

const words: Record<number, string> = {
  405: 'This is no proxy.',
  408: 'The request took too long to arrive.',
  431: 'The address and the headers together are longer than 16 kB. Ask for fewer things at a time.',
}
