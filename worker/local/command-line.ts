import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'

type OptionSpecs = NonNullable<ParseArgsConfig['options']>

/** Something the person at the keyboard can put right: it is said in one sentence, without a stack. */
export class Refusal extends Error {}

/**
 * Reads the options after `--`. An unknown option or a missing value ends the program with what can be typed.
 * @throws Refusal
 */
export function readOptions<T extends OptionSpecs>(usage: string, options: T, args = process.argv.slice(2)) {
  try {
    return parseArgs({ args, options, allowPositionals: false, strict: true }).values
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split('. To specify')[0]}.\nUsage: ${usage}`)
  }
}

/** A whole number in a range, or a refusal that names the option. */
export function readWhole(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max))
    throw new Refusal(`--${name} must be a whole number from ${min} to ${max}, not “${text}”.`)
  return value
}

/** The two options every program has: where the service listens and where its data is. */
export const PLACE = {
  port: { type: 'string', default: '8787' },
  data: { type: 'string', default: '.binome' },
} as const satisfies OptionSpecs

export function readPlace(values: { port: string; data: string }): { port: number; dir: string } {
  return { port: readWhole('port', values.port, 1, 65_535), dir: resolve(values.data) }
}

/** Runs a program: a refusal is told in its own words, anything else with where it happened; both exit with 1. */
export async function run(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
}
