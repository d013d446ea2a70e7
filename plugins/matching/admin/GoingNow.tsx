'use client'

import { SmallButton } from '@mentoring/kit/small-button'

import type { Say } from '../languages/index.ts'
import type { Going } from '../operations/going.ts'
import { useSay } from './use-say.ts'

const WHAT: Record<Going['what'], 'goingPropose' | 'goingRun' | 'goingSwap'> = {
  propose: 'goingPropose',
  run: 'goingRun',
  swap: 'goingSwap',
}

const STEPS = {
  waiting: 'stepWaiting',
  reading: 'stepReading',
  comparing: 'stepComparing',
  solving: 'stepSolving',
  storing: 'stepStoring',
  explaining: 'stepExplaining',
} as const satisfies Record<Going['step'], string>

type Props = { going: Going[]; stop: (id: string) => Promise<void> }

/** Work on the draft that goes on: who started it, how far it is, and a button that stops it. */
export const GoingNow = ({ going, stop }: Props) => {
  const say = useSay()
  return (
    <>
      {/* Always there, or what it says first would not be read out. Numbers would be too much. */}
      <p className="desk__hidden" role="status">
        {going.map((one) => `${say(WHAT[one.what])}. ${say(STEPS[one.step])}`).join(' ')}
      </p>
      {going.length > 0 && (
        <ul aria-label={say('going')} className="matching__going">
          {going.map((one) => (
            <Row going={one} key={one.id} stop={stop} />
          ))}
        </ul>
      )}
    </>
  )
}

const Row = ({ going, stop }: { going: Going; stop: Props['stop'] }) => {
  const say = useSay()
  return (
    <li className="matching__going-row">
      <div className="matching__going-text">
        <p>
          <strong>{say(WHAT[going.what])}.</strong> {startedBy(going, say)}
        </p>
        <p>
          {say(STEPS[going.step])} {going.attempt > 1 && say('goingAgain')}
        </p>
        <Bar going={going} />
        {going.step !== 'explaining' && <p>{say('goingMeanwhile')}</p>}
      </div>
      <SmallButton
        aria-label={say('stopNamed', { what: say(WHAT[going.what]) })}
        onClick={() => void stop(going.id)}
      >
        {say('stop')}
      </SmallButton>
    </li>
  )
}

const Bar = ({ going: { done, of, step } }: { going: Going }) => {
  const say = useSay()
  const isKnown = done !== undefined && of !== undefined
  return (
    <div className="matching__going-bar">
      <progress
        aria-label={say(STEPS[step])}
        max={isKnown ? of : undefined}
        value={isKnown ? done : undefined}
      />
      {isKnown ? <span>{say('goingMany', { done, of })}</span> : done && <span>{done}</span>}
    </div>
  )
}

const startedBy = ({ by, since }: Going, say: Say): string => {
  const time = new Intl.DateTimeFormat(say.locale, { timeStyle: 'short' }).format(new Date(since))
  return by ? say('goingBy', { by, time }) : say('goingSince', { time })
}
