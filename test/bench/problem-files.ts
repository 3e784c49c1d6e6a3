import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '#matching/assign.ts'

const ARRAYS = ['capacity', 'demand', 'start', 'mentor', 'score'] as const

/** Writes a problem into a folder, one raw file of little-endian 32-bit integers per array, for any program to read. */
export function writeProblem(folder: string, problem: Problem): void {
  for (const name of ARRAYS) writeFileSync(join(folder, name), problem[name])
}

/** Reads what `writeProblem` wrote. */
export function readProblem(folder: string): Problem {
  const read = (name: string) => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name))
    return new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength))
  }
  const [capacity, demand] = [read('capacity'), read('demand')]
  return {
    mentors: capacity.length,
    mentees: demand.length,
    capacity,
    demand,
    start: read('start'),
    mentor: read('mentor'),
    score: read('score'),
  }
}
