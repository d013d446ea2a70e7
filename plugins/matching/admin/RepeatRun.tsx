'use client'

import '@mentoring/kit/desk.css'
import { count } from '@mentoring/kit/text'
import { Banner, Button, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import './matching.css'
import './pages.css'
import { useActions } from '@mentoring/kit/use-actions'

type Answer = { isSame: boolean; pairs: number }

/** Solves a run again from what was stored with it, and says whether the same comes out. */
export const RepeatRun = () => {
  const { id } = useDocumentInfo()
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
  const alert =
    problem ??
    (answer && !answer.isSame
      ? 'Another result came out than was stored. Tell whoever looks after this installation.'
      : undefined)

  return (
    <section
      aria-busy={isBusy}
      aria-labelledby="matching-repeat"
      className="field-type matching__preview"
    >
      <div className="matching__preview-header">
        <div>
          <h2 id="matching-repeat">Check this run</h2>
          <p>
            Solves the run again from what was stored with it, and compares the result. This changes
            nothing.
          </p>
        </div>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => void repeat()}
        >
          {isBusy ? 'Repeating…' : 'Repeat this run'}
        </Button>
      </div>
      <div role="status">
        {answer?.isSame && <Banner type="success">{sameResult(answer.pairs)}</Banner>}
      </div>
      {alert && (
        <div role="alert">
          <Banner type="error">{alert}</Banner>
        </div>
      )}
    </section>
  )
}

const sameResult = (pairs: number): string => {
  if (pairs === 0) return 'The same result: again there is no pair to propose.'
  return pairs === 1
    ? 'The same result: the one proposal comes out again.'
    : `The same result: all ${count(pairs, 'proposal')} come out again.`
}
