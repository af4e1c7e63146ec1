import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'

/** What is kept in memory to be read now and then: text takes a tenth of the room of its objects, pressed. */
export interface Packed<Kept> {
  bytes: number
  read: () => Promise<Kept>
}

const press = promisify(gzip)
const open = promisify(gunzip)

/** @param kept plain data, as JSON carries it; a map as its entries */
export async function pack<Kept>(kept: Kept): Promise<Packed<Kept>> {
  const pressed = await press(JSON.stringify(kept), { level: constants.Z_BEST_SPEED })
  return {
    bytes: pressed.length,
    read: async () => JSON.parse((await open(pressed)).toString()),
  }
}
