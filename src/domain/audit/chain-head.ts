import type { ChainHead } from './chain.ts'

/** What a head looks like where it is written down. */
export const headForm = /^([1-9]\d{0,8}):([0-9a-f]{64})$/

/** As the log, the commands and the page write it. @example { place: 41, hash: '9f2c…' } → '41:9f2c…' */
export function writeHead({ place, hash }: ChainHead): string {
  return `${place}:${hash}`
}

/** Null where it is none. */
export function readHead(text: string): ChainHead | null {
  const [, place, hash = ''] = headForm.exec(text) ?? []
  return place === undefined ? null : { place: Number(place), hash }
}
