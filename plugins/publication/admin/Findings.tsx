import type { PayloadRequest } from 'payload'

import { speak } from '../languages/index.ts'
import type { Finding } from '../types.ts'

/** What is wrong with the content, each with the way to its record. */
export const Findings = ({ findings, req }: { findings: Finding[]; req: PayloadRequest }) => (
  <ul>
    {findings.map(({ path, text }) => (
      <li key={`${path} ${text}`}>
        {text} <a href={`${req.payload.config.routes.admin}${path}`}>{speak(req.i18n)('open')}</a>
      </li>
    ))}
  </ul>
)
