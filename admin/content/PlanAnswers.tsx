'use client'

import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui'
import { type ReactNode, useMemo } from 'react'

/**
 * Stands round the admin, so that its dialogue “Schedule publish” hears when the server refuses: it says
 * “Scheduled successfully” to whatever does not throw, and what refuses comes as an answer.
 */
export const PlanAnswers = ({ children }: { children: ReactNode }) => {
  const functions = useServerFunctions()
  const hearing = useMemo<typeof functions>(
    () => ({
      ...functions,
      schedulePublish: async (asked) => {
        const answer = await functions.schedulePublish(asked)
        // Payload types what its own handler may answer as little as it says it.
        const { error } = (answer ?? {}) as { error?: string }
        if (error) throw new Error(error)
        return answer
      },
    }),
    [functions],
  )
  return <ServerFunctionsContext value={hearing}>{children}</ServerFunctionsContext>
}
