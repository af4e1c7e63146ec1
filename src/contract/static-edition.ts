/**
 * An edition can be published as files for a host that runs nothing. Such a host sees no query, so a reply's query is
 * part of its file's name.
 */

/** The attribute of a page's root element that says: replies are files, of the edition that it names. */
export const staticEditionAttribute = 'data-static-edition'

/**
 * Where a published edition keeps a reply, below the API's base as the path itself is.
 *
 * @example '/overview?edition=5&audience=protected' → '/overview/edition=5&audience=protected.json';
 *   '/session' → '/session.json'
 */
export function fileOfReply(path: string): string {
  return `${path.replace('?', '/')}.json`
}
