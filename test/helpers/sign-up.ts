import { menteeForm, mentorForm } from './people.ts'
import type { RunningServer } from './server.ts'
import type { Postbox } from './smtp.ts'

/** Signs somebody up and opens the link they are sent, as they would, without a browser. */
export const signUp = async (
  { url }: RunningServer,
  postbox: Postbox,
  kind: 'mentee' | 'mentor',
  changes: Record<string, string | string[]> & { email: string },
): Promise<void> => {
  const {
    'arrival-month': _month,
    'arrival-year': _year,
    ...form
  } = kind === 'mentor' ? mentorForm() : menteeForm()
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ ...form, arrival: '2024-08', ...changes })
  await fetch(`${url}/api/sign-up/${kind}`, { method: 'POST', headers, body })
  const { text } = await postbox.wait(changes.email, /Confirm/)
  const token = /token=([\w-]+)/.exec(text ?? '')![1]
  await fetch(`${url}/sign-up/confirm/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
    redirect: 'manual',
  })
}
