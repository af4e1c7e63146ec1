/** Words and numbers that occur nowhere else; one of them found again says where it was planted. */
export interface Planted {
  words: readonly string[]
  numbers: readonly number[]
  plantWord: (where: string) => string
  plantNumber: () => number
  /** what was planted and is found in a text, as it stands or with commas or spaces between its digits */
  foundIn: (text: string) => string[]
}

export function startPlanting(): Planted {
  const words: string[] = []
  const numbers: number[] = []
  return {
    words,
    numbers,
    plantWord(where) {
      const word = `zq${where}${String(words.length).padStart(3, '0')}x`
      words.push(word)
      return word
    },
    /** Of seven digits and no multiple of five: rounded, it is another number. */
    plantNumber() {
      const number = 3_100_003 + 1_010 * numbers.length
      numbers.push(number)
      return number
    },
    foundIn(text) {
      // of a list of numbers commas are no part: each is looked for as it stands, too
      const plain = text.replace(/(?<=\d)[,\u00a0\u202f ](?=\d{3})/g, '')
      const digits = new Set([text, plain].flatMap((one) => one.match(/\d{7,}/g) ?? []))
      const said = new Set(text.match(/zq[a-z]+\d{3,}x/g) ?? [])
      return [
        ...words.filter((word) => said.has(word)),
        ...numbers.map(String).filter((number) => digits.has(number)),
      ]
    },
  }
}
