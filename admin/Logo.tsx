import './dashboard.css'
import { Mark } from './Mark.tsx'

/** What stands above the log-in form. */
export const Logo = () => (
  <div className="start__logo">
    <Mark />
    <span>Peer mentor programme</span>
  </div>
)
