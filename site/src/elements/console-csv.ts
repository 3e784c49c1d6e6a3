export { type CsvValue, guardFormula, toCsv } from '#contract/csv.ts'
