'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'

/** Cancels what is planned, or takes what did not happen off the list. */
export const ForgetPlan = ({ job, label }: { job: string; label: string }) => {
  const { act, isBusy } = useActions()
  return (
    <SmallButton
      disabled={isBusy}
      onClick={() => void act('content/forget-plan', { job }, () => 'Done.')}
    >
      {label}
    </SmallButton>
  )
}

/** Takes over what somebody planned who may not publish any more. */
export const TakePlan = ({ job }: { job: string }) => {
  const { act, isBusy } = useActions()
  return (
    <SmallButton
      disabled={isBusy}
      onClick={() =>
        void act('content/take-plan', { job }, () => 'It is planned in your name now.')
      }
    >
      Take it over
    </SmallButton>
  )
}
