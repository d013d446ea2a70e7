'use client'

import '@mentoring/kit/desk.css'
import { Banner, Button, useDocumentInfo, useWatchForm } from '@payloadcms/ui'
import { useState } from 'react'

import type { SettingsPreview as Preview } from '../operations/preview.ts'
import { problemIn, settingsInForm, type SettingsLabels } from './form-settings.ts'
import './matching.css'
import './pages.css'
import { PreviewResult } from './PreviewResult.tsx'
import { useActions } from '@mentoring/kit/use-actions'
import { useSay, useWords } from './use-say.ts'

/** What was tried, and what came of it. */
type Tried = { settings: string; savedAt: unknown } & ({ result: Preview } | { problem: string })

type Props = {
  labels: SettingsLabels
  /** Names of the project's own fields. */
  own: string[]
  slugs: { mentees: string; mentors: string }
}

/** Shows, before the settings are saved, what they would do with those who wait today. */
export const SettingsPreview = ({ labels, own, slugs }: Props) => {
  const say = useSay()
  const words = useWords(slugs)
  const { post } = useActions('matching')
  const { getData } = useWatchForm()
  const { savedDocumentData } = useDocumentInfo()
  const [isBusy, setIsBusy] = useState(false)
  const [tried, setTried] = useState<Tried>()
  const inForm = settingsInForm(getData(), own)
  const settings = JSON.stringify(inForm)
  const savedAt = savedDocumentData?.updatedAt as unknown

  const preview = async () => {
    const asked = { settings, savedAt }
    const problem = problemIn(inForm, labels, say)
    if (problem) return setTried({ ...asked, problem })
    setIsBusy(true)
    try {
      setTried({ ...asked, result: await post<Preview>('preview', { settings: inForm }) })
    } catch (error) {
      setTried({ ...asked, problem: (error as Error).message })
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <section
      aria-busy={isBusy}
      aria-labelledby="matching-preview"
      className="field-type matching__preview"
    >
      <div className="matching__preview-header">
        <div>
          <h3 id="matching-preview">{say('previewHeading')}</h3>
          <p>{say('previewAbout')}</p>
        </div>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => void preview()}
        >
          {say(isBusy ? 'previewTrying' : tried ? 'previewAgain' : 'previewTry')}
        </Button>
      </div>
      {tried && 'problem' in tried && (
        <div role="alert">
          <Banner type="error">{tried.problem}</Banner>
        </div>
      )}
      <div className="matching__preview-result" role="status">
        {tried && 'result' in tried && (
          <>
            <Age isChanged={tried.settings !== settings} isSaved={tried.savedAt !== savedAt} />
            <PreviewResult preview={tried.result} words={words} />
          </>
        )}
      </div>
    </section>
  )
}

/** Says when what is below is not about the form as it is now. */
const Age = ({ isChanged, isSaved }: { isChanged: boolean; isSaved: boolean }) => {
  const say = useSay()
  if (isChanged) {
    return <Banner type="info">{say('previewChanged')}</Banner>
  }
  if (isSaved) {
    return <Banner type="success">{say('previewSaved')}</Banner>
  }
  return null
}
