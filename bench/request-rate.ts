import { Agent, get } from 'node:http'

const requests = 2000
const atOnce = 20

/** Requests a second that an address answers, twenty at a time over connections that stay open. */
export async function rateOf(address: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const start = performance.now()
  let left = requests
  const reader = async () => {
    while (left-- > 0) await read(address, agent)
  }
  await Promise.all(Array.from({ length: atOnce }, reader))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return requests / seconds
}

function read(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'identity' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}`))
      response.on('end', resolve).resume()
    }).on('error', reject)
  })
}
