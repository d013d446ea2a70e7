'use client'

import { Banner, Button } from '@payloadcms/ui'

import type { Introducing } from './use-introducing.ts'
import { useSay } from './use-say.ts'

/** How far the introductions are, and afterwards which pairs were not introduced, and why. */
export const IntroducingNotes = ({
  introducing: { forgetRefused, progress, refused },
}: {
  introducing: Introducing
}) => {
  const say = useSay()
  return (
    <div className="matching__notes">
      {progress && (
        <div className="matching__introducing">
          <progress aria-hidden max={progress.total} value={progress.introduced} />
          <p>
            <strong>{say('introducing', progress)}</strong> {say('introducingAbout')}
          </p>
        </div>
      )}
      {/* Said aloud at each tenth, not at each pair. */}
      <p aria-live="polite" className="desk__hidden">
        {progress && say('introducing', { ...progress, introduced: roundDown(progress) })}
      </p>
      {refused.length > 0 && (
        <Banner type="error">
          <div className="matching__refused">
            <strong>{say('notIntroduced')}</strong>
            <ul>
              {refused.map(({ message, names }, n) => (
                <li key={n}>
                  {say('pairBecause', {
                    pair: names ? say('pair', names) : say('offRecord'),
                    message,
                  })}
                </li>
              ))}
            </ul>
            <Button buttonStyle="secondary" margin={false} onClick={forgetRefused} size="small">
              {say('understood')}
            </Button>
          </div>
        </Banner>
      )}
    </div>
  )
}

const roundDown = ({ introduced, total }: { introduced: number; total: number }): number => {
  const step = Math.max(1, Math.round(total / 10))
  return Math.floor(introduced / step) * step
}
