'use client'

import { Button, ConfirmationModal, toast, useConfig, useModal } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'

import './content.css'

const MODAL = 'put-back'
const IN_VERSION = /\/collections\/([^/]+)\/([^/]+)\/versions\/([^/]+)$/

/**
 * Brings the version that is looked at back as a draft, so that the site stays as it is until somebody publishes. Stands
 * where Payload's own button would be, which makes it public at once.
 */
export const PutBack = () => {
  const [, collection, record, version] = IN_VERSION.exec(usePathname()) ?? []
  const { config } = useConfig()
  const { toggleModal } = useModal()
  const router = useRouter()
  if (!collection || !record || !version) return null

  const putBack = async () => {
    const address = `${config.routes.api}/${collection}/versions/${version}?draft=true&depth=0`
    const answer = await fetch(address, { method: 'POST', credentials: 'include' }).catch(
      () => undefined,
    )
    if (!answer?.ok) {
      const said = (await answer?.json().catch(() => undefined)) as
        { errors?: { message?: string }[] } | undefined
      toast.error(said?.errors?.[0]?.message ?? 'It was not put back. Try again.')
      return
    }
    toast.success('Put back as a draft. The site has not changed: publish it when it is right.')
    router.push(`${config.routes.admin}/collections/${collection}/${record}`)
    router.refresh()
  }

  return (
    <div className="put-back">
      <Button buttonStyle="primary" margin={false} onClick={() => toggleModal(MODAL)} size="small">
        Put back as a draft
      </Button>
      <ConfirmationModal
        body="Its words become the newest draft. The public site does not change until you publish. The draft there is now stays under “Versions”."
        confirmingLabel="Putting it back…"
        confirmLabel="Put back as a draft"
        heading="Put this version back?"
        modalSlug={MODAL}
        onConfirm={putBack}
      />
    </div>
  )
}
