import { YesNoCell as YesNoCell_a8501186693a1202defcbea938585297 } from '../../../admin/YesNoCell.tsx'
import { CopiesNotice as CopiesNotice_87eff12535048f2d222ce14e92fe0e86 } from '../../../admin/CopiesNotice.tsx'
import { CopiesOfSelected as CopiesOfSelected_87eff12535048f2d222ce14e92fe0e86 } from '../../../admin/CopiesNotice.tsx'
import { UnreadableFilter as UnreadableFilter_f14b6c8835253af90146d5eab062ae4c } from '../../../plugins/filters/admin/UnreadableFilter.tsx'
import { PersonView as PersonView_a43bd4c0843fe67140cf4fa808de7c56 } from '../../../plugins/matching/admin/PersonView.tsx'
import { WaitCell as WaitCell_ce84f3e77d2d33e168dfdf2b21c22675 } from '../../../plugins/matching/admin/WaitCell.tsx'
import { MatchSelected as MatchSelected_47776bec0c695052b8562286a8a3683a } from '../../../plugins/matching/admin/MatchSelected.tsx'
import { RoleField as RoleField_4f02c15d5aa4751cf18ce61fb6155264 } from '../../../admin/RoleField'
import { PasswordField as PasswordField_3817bf644402e67bfe6577f60ef982de } from '@payloadcms/ui'
import { MessageText as MessageText_49f62fb549491a1b5bc918b718e0b03c } from '../../../plugins/mail-outbox/admin/MessageText.tsx'
import { SendAgain as SendAgain_5689472b90caf8db0aeca6e62a2bd096 } from '../../../plugins/mail-outbox/admin/SendAgain.tsx'
import { WordsAbout as WordsAbout_256bf59988b23dba068865dc31f0b83d } from '../../../plugins/mail-outbox/admin/WordsAbout.tsx'
import { Preview as Preview_f24a825f99dffc9bddddd0af6c93e508 } from '../../../plugins/mail-outbox/admin/Preview.tsx'
import { ReasonsField as ReasonsField_997f67eea27f4b5140a145c1f964149d } from '../../../plugins/matching/admin/ReasonsField.tsx'
import { MatchView as MatchView_6f668434abed2c316f0cbd475815fa0f } from '../../../admin/mentoring/MatchView.tsx'
import { RepeatRun as RepeatRun_6309cd359a34d2e1b7adc2ca60273782 } from '../../../plugins/matching/admin/RepeatRun.tsx'
import { RecordField as RecordField_b7f6282d68fe919446826a86dac15a5b } from '../../../plugins/matching/admin/RecordField.tsx'
import { TrainingView as TrainingView_c7f8d86b6fdd16fe2cb581a682ad0f96 } from '../../../admin/mentoring/TrainingView.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TitleRowLabel as TitleRowLabel_71dacbac2ea0c9b12c4ef76e2a18e659 } from '../../../globals/TitleRowLabel.tsx'
import { RungLabel as RungLabel_5e084207cb46d4ba8b6d9bedba4586c8 } from '../../../plugins/matching/admin/RungLabel.tsx'
import { SettingsPreview as SettingsPreview_ea3a652bb2edf0201e157d9b27968752 } from '../../../plugins/matching/admin/SettingsPreview.tsx'
import { Mark as Mark_24802a7a05b1d0a11d1eb5cd74f46f41 } from '../../../admin/Mark.tsx'
import { Logo as Logo_612c3d34eaf6813b778508e4375488a4 } from '../../../admin/Logo.tsx'
import { MatchingNavLink as MatchingNavLink_5176363c1d83d40e9ff8cef688931701 } from '../../../plugins/matching/admin/NavLink.tsx'
import { MentoringNavLink as MentoringNavLink_5e2679afd478e87eaed5108ff79f9a67 } from '../../../admin/mentoring/NavLink.tsx'
import { Dashboard as Dashboard_e2e30950b50da3dbda468411419583a8 } from '../../../admin/Dashboard.tsx'
import { MatchingView as MatchingView_b83da5ff4bbfe38df0a129b71aa348bf } from '../../../plugins/matching/admin/MatchingView.tsx'
import { MentoringView as MentoringView_a6214b0e36c36852a1eb0fedb77ab43b } from '../../../admin/mentoring/MentoringView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "./admin/YesNoCell.tsx#YesNoCell": YesNoCell_a8501186693a1202defcbea938585297,
  "./admin/CopiesNotice.tsx#CopiesNotice": CopiesNotice_87eff12535048f2d222ce14e92fe0e86,
  "./admin/CopiesNotice.tsx#CopiesOfSelected": CopiesOfSelected_87eff12535048f2d222ce14e92fe0e86,
  "./plugins/filters/admin/UnreadableFilter.tsx#UnreadableFilter": UnreadableFilter_f14b6c8835253af90146d5eab062ae4c,
  "./plugins/matching/admin/PersonView.tsx#PersonView": PersonView_a43bd4c0843fe67140cf4fa808de7c56,
  "./plugins/matching/admin/WaitCell.tsx#WaitCell": WaitCell_ce84f3e77d2d33e168dfdf2b21c22675,
  "./plugins/matching/admin/MatchSelected.tsx#MatchSelected": MatchSelected_47776bec0c695052b8562286a8a3683a,
  "/admin/RoleField#RoleField": RoleField_4f02c15d5aa4751cf18ce61fb6155264,
  "@payloadcms/ui#PasswordField": PasswordField_3817bf644402e67bfe6577f60ef982de,
  "./plugins/mail-outbox/admin/MessageText.tsx#MessageText": MessageText_49f62fb549491a1b5bc918b718e0b03c,
  "./plugins/mail-outbox/admin/SendAgain.tsx#SendAgain": SendAgain_5689472b90caf8db0aeca6e62a2bd096,
  "./plugins/mail-outbox/admin/WordsAbout.tsx#WordsAbout": WordsAbout_256bf59988b23dba068865dc31f0b83d,
  "./plugins/mail-outbox/admin/Preview.tsx#Preview": Preview_f24a825f99dffc9bddddd0af6c93e508,
  "./plugins/matching/admin/ReasonsField.tsx#ReasonsField": ReasonsField_997f67eea27f4b5140a145c1f964149d,
  "./admin/mentoring/MatchView.tsx#MatchView": MatchView_6f668434abed2c316f0cbd475815fa0f,
  "./plugins/matching/admin/RepeatRun.tsx#RepeatRun": RepeatRun_6309cd359a34d2e1b7adc2ca60273782,
  "./plugins/matching/admin/RecordField.tsx#RecordField": RecordField_b7f6282d68fe919446826a86dac15a5b,
  "./admin/mentoring/TrainingView.tsx#TrainingView": TrainingView_c7f8d86b6fdd16fe2cb581a682ad0f96,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "./globals/TitleRowLabel.tsx#TitleRowLabel": TitleRowLabel_71dacbac2ea0c9b12c4ef76e2a18e659,
  "./plugins/matching/admin/RungLabel.tsx#RungLabel": RungLabel_5e084207cb46d4ba8b6d9bedba4586c8,
  "./plugins/matching/admin/SettingsPreview.tsx#SettingsPreview": SettingsPreview_ea3a652bb2edf0201e157d9b27968752,
  "./admin/Mark.tsx#Mark": Mark_24802a7a05b1d0a11d1eb5cd74f46f41,
  "./admin/Logo.tsx#Logo": Logo_612c3d34eaf6813b778508e4375488a4,
  "./plugins/matching/admin/NavLink.tsx#MatchingNavLink": MatchingNavLink_5176363c1d83d40e9ff8cef688931701,
  "./admin/mentoring/NavLink.tsx#MentoringNavLink": MentoringNavLink_5e2679afd478e87eaed5108ff79f9a67,
  "./admin/Dashboard.tsx#Dashboard": Dashboard_e2e30950b50da3dbda468411419583a8,
  "./plugins/matching/admin/MatchingView.tsx#MatchingView": MatchingView_b83da5ff4bbfe38df0a129b71aa348bf,
  "./admin/mentoring/MentoringView.tsx#MentoringView": MentoringView_a6214b0e36c36852a1eb0fedb77ab43b,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
