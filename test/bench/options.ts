/** A whole number of the command line, such as `--seconds=120`. */
export function numberOption(name: string, usual: number): number {
  const word = process.argv.find((one) => one.startsWith(`--${name}=`))
  const number = word === undefined ? usual : Number(word.slice(name.length + 3))
  if (Number.isInteger(number) && number >= 0) return number
  console.error(`--${name} is a whole number, such as --${name}=${usual}.`)
  process.exit(2)
}
