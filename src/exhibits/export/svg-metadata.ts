import type { AboutRow } from './about-rows.ts'

const svgSpace = 'http://www.w3.org/2000/svg'
const rdfSpace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const dublinCore = 'http://purl.org/dc/elements/1.1/'

/** What of a file's own lines libraries know by a name of their own. */
const knownNames: Readonly<Record<string, string>> = {
  Finding: 'title',
  'What it shows': 'subject',
  Source: 'source',
  Organisation: 'publisher',
  Published: 'date',
  Marking: 'rights',
  Address: 'identifier',
}

/** The lines about a file as an SVG's metadata: under their Dublin Core names, the others as descriptions. */
export function metadataElement(rows: readonly AboutRow[]): SVGElement {
  const metadata = document.createElementNS(svgSpace, 'metadata')
  const rdf = metadata.appendChild(document.createElementNS(rdfSpace, 'rdf:RDF'))
  const about = rdf.appendChild(document.createElementNS(rdfSpace, 'rdf:Description'))
  for (const [name, text] of rows) {
    const known = knownNames[name]
    const element = document.createElementNS(dublinCore, `dc:${known ?? 'description'}`)
    element.textContent = known ? text : `${name}: ${text}`
    about.append(element)
  }
  return metadata
}
