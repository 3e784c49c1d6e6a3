import type { Operation } from './operation.ts'
import { EMPLOYEE_OPERATIONS } from './operations/employee.ts'

/** Every door of the API below `/api/v1`, by the noun it serves. */
export const OPERATIONS = [...EMPLOYEE_OPERATIONS] as const satisfies readonly Operation[]
