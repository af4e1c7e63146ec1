import { marks } from '../../domain/glossary/marks.ts'

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
          {marks.map(([mark, meaning]) => (
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
