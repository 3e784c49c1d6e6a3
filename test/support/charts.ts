/** Charts of invented posts, as dirty as real exports can be. */

const HEADER = 'date,id,parentId,level,grade,jobTitle,unit,professionalOccupationalGroup'

/** A chart from `id>parent` pairs; what else a line says is made up from its place. */
export function makeChart(pairs: string[], header = HEADER): string {
  const lines = pairs.map((pair, index) => {
    const [id, parent = ''] = pair.split('>')
    return `Jan-26,${id},${parent},Senior,Band ${index % 4},"Head, or nearly",Unit ${index % 3},${index % 2 ? 'Policy' : 'N/A'}`
  })
  return [header, ...lines].join('\n')
}

/** One head, two branches, four levels; everything in order. */
export const CLEAN = makeChart(['1', '2>1', '3>1', '4>2', '5>2', '6>3', '7>4', '8>4'])

/** A circle of three, a post that is its own parent, a line that hangs on nobody, and a healthy branch. */
export const CIRCLES = makeChart([
  '1',
  '2>1',
  '3>2',
  'a>c',
  'b>a',
  'c>b',
  'z>b',
  'self>self',
  'lost>nowhere',
  'under>lost',
])

/** The same id on two lines, with two parents. */
export const DUPLICATES = makeChart(['1', '2>1', '3>1', '2>3', '3>1', '4>2'])

/** Parents that stand further down than those who report to them, and two heads. */
export const LATE_AND_TWO_HEADS = makeChart(['4>2', '3>2', '2>1', '1', '9', '8>9'])

/** A mark at the start, other line ends, blank lines, lines cut short, an id that is only spaces. */
export const TORN = `\uFEFF${HEADER}\r\n\r\n,root,,,,,,\r\nJan-26,1,root\r\nJan-26,   ,1,,,,,\r\nJan-26, 2 ,1,Senior,"Band, one","A ""quoted"" title",,\r\n,,,,,,,\r\n`

/** Every way of saying nothing at all. */
export const EMPTY = ['', '\n', HEADER, 'id', 'some,other,columns\n1,2,3', '"never closed']
