/** The bracketed marks that stand beside figures and in their place, each with its one meaning. */
export const marks: readonly (readonly [mark: string, meaning: string])[] = [
  ['[c]', 'Confidential: withheld, because it or another figure could point to somebody.'],
  ['[x]', 'Not available: nobody has given a figure. It is never read as zero.'],
  ['[z]', 'Does not apply: there can be no figure here.'],
  ['[p]', 'Provisional: late records may still change it.'],
  ['[r]', 'Revised: a final figure of an earlier edition was replaced.'],
  ['[b]', 'Break: what is counted, or how it is recorded, changed here.'],
]
