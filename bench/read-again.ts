import { Agent, get } from 'node:http'

/** A reader in a process of its own, who reads one address so many times: read-again.ts ADDRESS COUNT. */
const [address = '', count = '0'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

function read(): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}`))
      response.on('end', resolve).resume()
    }).on('error', reject)
  })
}

for (let left = Number(count); left > 0; left--) await read()
agent.destroy()
