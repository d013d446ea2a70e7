'use client'

import '@mentoring/kit/desk.css'
import { Banner, Button, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import './matching.css'
import './pages.css'
import { useActions } from '@mentoring/kit/use-actions'
import { useSay } from './use-say.ts'

type Answer = { isSame: boolean; pairs: number }

/** Solves a run again from what was stored with it, and says whether the same comes out. */
export const RepeatRun = () => {
  const { id } = useDocumentInfo()
  const say = useSay()
  const { post } = useActions('matching')
  const [isBusy, setIsBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer>()
  const [problem, setProblem] = useState<string>()

  const repeat = async () => {
    setIsBusy(true)
    setAnswer(undefined)
    setProblem(undefined)
    try {
      setAnswer(await post<Answer>('repeat', { run: String(id) }))
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setIsBusy(false)
    }
  }
  const alert = problem ?? (answer && !answer.isSame ? say('repeatOther') : undefined)

  return (
    <section
      aria-busy={isBusy}
      aria-labelledby="matching-repeat"
      className="field-type matching__preview"
    >
      <div className="matching__preview-header">
        <div>
          <h2 id="matching-repeat">{say('repeatHeading')}</h2>
          <p>{say('repeatAbout')}</p>
        </div>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => void repeat()}
        >
          {say(isBusy ? 'repeating' : 'repeat')}
        </Button>
      </div>
      <div role="status">
        {answer?.isSame && (
          <Banner type="success">{say('repeatSame', { count: answer.pairs })}</Banner>
        )}
      </div>
      {alert && (
        <div role="alert">
          <Banner type="error">{alert}</Banner>
        </div>
      )}
    </section>
  )
}
