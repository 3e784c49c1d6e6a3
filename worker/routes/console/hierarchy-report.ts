import { Hono } from 'hono'
import { reportHierarchy } from '#actions/hierarchy-report.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const hierarchyReportRoutes = new Hono<App>().get(
  '/hierarchy-report',
  allow('employees:read'),
  async (c) => c.json(await reportHierarchy(c.get('ctx'))),
)
