import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { RunningServer } from './servers.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/**
 * A host of files that knows nothing else: it sees no query, sends a folder's index under the folder's own address
 * with a slash, and its 404 page for whatever has no file.
 */
export async function serveObjects(folder: string): Promise<RunningServer> {
  const server = createServer((request, reply) => {
    const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s)
    const file = join(folder, normalize(decodeURIComponent(path)))
    if (!existsSync(file)) return send(reply, join(folder, '404.html'), 404)
    if (statSync(file).isFile()) return send(reply, file, 200)
    if (path.endsWith('/')) return send(reply, join(file, 'index.html'), 200)
    reply.writeHead(301, { location: `${path}/${query ? `?${query}` : ''}` }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the host of files has no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function send(reply: ServerResponse, file: string, status: number) {
  if (!existsSync(file)) return reply.writeHead(404).end()
  reply.writeHead(status, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  return createReadStream(file).pipe(reply)
}
