const shorthand = [
  ['[c]', 'Confidential: withheld, because a small number could identify somebody.'],
  ['[x]', 'Not available: nobody has given a figure. It is never read as zero.'],
  ['[z]', 'Does not apply.'],
  ['[p]', 'Provisional: late records may still change it.'],
  ['[r]', 'Revised: a final figure of an earlier edition was replaced.'],
  ['[b]', 'Break: the definition or the way of recording changed here.'],
] as const

/** The bracketed marks that stand beside figures. */
export function Shorthand() {
  return (
    <section className="section" aria-labelledby="shorthand">
      <div className="section-head">
        <h2 className="heading-2" id="shorthand">
          Marks beside figures
        </h2>
      </div>
      <table className="figure-table">
        <caption className="visually-hidden">What the bracketed marks mean</caption>
        <thead>
          <tr>
            <th scope="col">Mark</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {shorthand.map(([mark, meaning]) => (
            <tr key={mark}>
              <th scope="row">{mark}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
