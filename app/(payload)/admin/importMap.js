import { ChoiceCell as ChoiceCell_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { ChoiceField as ChoiceField_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { YesNoCell as YesNoCell_a8501186693a1202defcbea938585297 } from '../../../admin/YesNoCell.tsx'
import { CopiesNotice as CopiesNotice_87eff12535048f2d222ce14e92fe0e86 } from '../../../admin/CopiesNotice.tsx'
import { AnswersCell as AnswersCell_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { AnswersField as AnswersField_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { KeepTyped as KeepTyped_6db4bd7e0c0d2be3ab517da54ee996df } from '../../../admin/KeepTyped.tsx'
import { CopiesOfSelected as CopiesOfSelected_87eff12535048f2d222ce14e92fe0e86 } from '../../../admin/CopiesNotice.tsx'
import { ChoiceFilters as ChoiceFilters_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { UnreadableFilter as UnreadableFilter_f14b6c8835253af90146d5eab062ae4c } from '../../../plugins/filters/admin/UnreadableFilter.tsx'
import { PersonView as PersonView_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { WaitCell as WaitCell_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { MatchSelected as MatchSelected_0a45b9fb2fffae324ad9573739145876 } from '@mentoring/matching/client'
import { BasedOn as BasedOn_bbfee696a49bfbd1195d7c57a6957c35 } from '../../../admin/content/BasedOn.tsx'
import { NoDifference as NoDifference_d9b21e5ae9f9b1ed70b973dae21a0b85 } from '../../../admin/content/NoDifference.tsx'
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
import { PartLabel as PartLabel_9da625c01b618c7c4009b13346702311 } from '../../../admin/PartLabel.tsx'
import { TitleRowLabel as TitleRowLabel_1f4f579f16040f1f8f51233a3ef38e20 } from '../../../admin/TitleRowLabel.tsx'
import { AddressCell as AddressCell_54c4c3c086736b5233844343bc8652f2 } from '../../../admin/AddressCell.tsx'
import { PreviewLink as PreviewLink_7be872cd3a42a4c8ec08dcf57290b06a } from '../../../admin/PreviewLink.tsx'
import { PublicationState as PublicationState_77c179195f02cb7f0f44be8cdd2acce6 } from '@mentoring/publication/client'
import { History as History_d139115111bebf82ac0df504f2a8a8f8 } from '../../../admin/content/History.tsx'
import { PutBack as PutBack_241dd0f27f8a8d58861bdb487af7da8c } from '../../../admin/content/PutBack.tsx'
import { SitePartTitle as SitePartTitle_0fb8a555d84078cf1caf0a15d3e87b5d } from '../../../admin/SitePartTitle.tsx'
import { Sentences as Sentences_d5ec6d1526a087d0ff9a4334da853e35 } from '../../../admin/sentences/Sentences.tsx'
import { ChangedSentences as ChangedSentences_b44e8912f4ebbac029a1701662bf6028 } from '../../../admin/sentences/ChangedSentences.tsx'
import { PictureLimits as PictureLimits_3e1870cc728f2a98ee95e06320feb999 } from '../../../admin/content/PictureLimits.tsx'
import { RoleField as RoleField_4f02c15d5aa4751cf18ce61fb6155264 } from '../../../admin/RoleField'
import { PasswordField as PasswordField_3817bf644402e67bfe6577f60ef982de } from '@payloadcms/ui'
import { PlannedBy as PlannedBy_f5016a19ac4aa3955e86c9c906d0416a } from '../../../admin/content/PlannedBy.tsx'
import { MessageText as MessageText_b4168a4f889336d43d2bfc6a68f0f195 } from '@mentoring/outbox/rsc'
import { TemplateCell as TemplateCell_b4168a4f889336d43d2bfc6a68f0f195 } from '@mentoring/outbox/rsc'
import { TemplateField as TemplateField_b4168a4f889336d43d2bfc6a68f0f195 } from '@mentoring/outbox/rsc'
import { SendAgain as SendAgain_094ceb8115b82635caf8726558b47f08 } from '@mentoring/outbox/client'
import { WordsAbout as WordsAbout_b4168a4f889336d43d2bfc6a68f0f195 } from '@mentoring/outbox/rsc'
import { Preview as Preview_094ceb8115b82635caf8726558b47f08 } from '@mentoring/outbox/client'
import { OneOfInput as OneOfInput_90372b8793273f40a96f8a697dfa16d2 } from '@mentoring/forms/client'
import { AnswersOfInput as AnswersOfInput_90372b8793273f40a96f8a697dfa16d2 } from '@mentoring/forms/client'
import { RowLabel as RowLabel_90372b8793273f40a96f8a697dfa16d2 } from '@mentoring/forms/client'
import { FormsPanel as FormsPanel_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { GroupField as GroupField_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { MergeChoice as MergeChoice_7437ff502fe5436a9034dd80983ad57f } from '@mentoring/forms/rsc'
import { ReasonsField as ReasonsField_0a45b9fb2fffae324ad9573739145876 } from '@mentoring/matching/client'
import { MatchView as MatchView_6f668434abed2c316f0cbd475815fa0f } from '../../../admin/mentoring/MatchView.tsx'
import { RepeatRun as RepeatRun_0a45b9fb2fffae324ad9573739145876 } from '@mentoring/matching/client'
import { RecordField as RecordField_0a45b9fb2fffae324ad9573739145876 } from '@mentoring/matching/client'
import { TrainingView as TrainingView_c7f8d86b6fdd16fe2cb581a682ad0f96 } from '../../../admin/mentoring/TrainingView.tsx'
import { LinkPlaces as LinkPlaces_19b7ec12dc30fb1dcc794eb87c057085 } from '../../../admin/content/LinkPlaces.tsx'
import { PublicationView as PublicationView_1eba75e941cc7c93610c4e5c8381c0b9 } from '@mentoring/publication/rsc'
import { NoField as NoField_1eba75e941cc7c93610c4e5c8381c0b9 } from '@mentoring/publication/rsc'
import { StatusCell as StatusCell_1eba75e941cc7c93610c4e5c8381c0b9 } from '@mentoring/publication/rsc'
import { CauseCell as CauseCell_1eba75e941cc7c93610c4e5c8381c0b9 } from '@mentoring/publication/rsc'
import { ByCell as ByCell_1eba75e941cc7c93610c4e5c8381c0b9 } from '@mentoring/publication/rsc'
import { ChangesCell as ChangesCell_1eba75e941cc7c93610c4e5c8381c0b9 } from '@mentoring/publication/rsc'
import { HoldNotice as HoldNotice_1eba75e941cc7c93610c4e5c8381c0b9 } from '@mentoring/publication/rsc'
import { PutBack as PutBack_77c179195f02cb7f0f44be8cdd2acce6 } from '@mentoring/publication/client'
import { TierField as TierField_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { RungField as RungField_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { LadderAbout as LadderAbout_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { RungLabel as RungLabel_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { CriteriaField as CriteriaField_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { RulesAbout as RulesAbout_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { PreviewField as PreviewField_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { Mark as Mark_24802a7a05b1d0a11d1eb5cd74f46f41 } from '../../../admin/Mark.tsx'
import { Logo as Logo_612c3d34eaf6813b778508e4375488a4 } from '../../../admin/Logo.tsx'
import { MatchingNavLink as MatchingNavLink_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { MentoringNavLink as MentoringNavLink_5e2679afd478e87eaed5108ff79f9a67 } from '../../../admin/mentoring/NavLink.tsx'
import { PlanAnswers as PlanAnswers_e76cb5673a817305d60a0ee62055b75f } from '../../../admin/content/PlanAnswers.tsx'
import { Dashboard as Dashboard_e2e30950b50da3dbda468411419583a8 } from '../../../admin/Dashboard.tsx'
import { MatchingView as MatchingView_badc8d47edc7748b61cbc5649b34d52a } from '@mentoring/matching/rsc'
import { MentoringView as MentoringView_a6214b0e36c36852a1eb0fedb77ab43b } from '../../../admin/mentoring/MentoringView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@mentoring/forms/rsc#ChoiceCell": ChoiceCell_7437ff502fe5436a9034dd80983ad57f,
  "@mentoring/forms/rsc#ChoiceField": ChoiceField_7437ff502fe5436a9034dd80983ad57f,
  "./admin/YesNoCell.tsx#YesNoCell": YesNoCell_a8501186693a1202defcbea938585297,
  "./admin/CopiesNotice.tsx#CopiesNotice": CopiesNotice_87eff12535048f2d222ce14e92fe0e86,
  "@mentoring/forms/rsc#AnswersCell": AnswersCell_7437ff502fe5436a9034dd80983ad57f,
  "@mentoring/forms/rsc#AnswersField": AnswersField_7437ff502fe5436a9034dd80983ad57f,
  "./admin/KeepTyped.tsx#KeepTyped": KeepTyped_6db4bd7e0c0d2be3ab517da54ee996df,
  "./admin/CopiesNotice.tsx#CopiesOfSelected": CopiesOfSelected_87eff12535048f2d222ce14e92fe0e86,
  "@mentoring/forms/rsc#ChoiceFilters": ChoiceFilters_7437ff502fe5436a9034dd80983ad57f,
  "./plugins/filters/admin/UnreadableFilter.tsx#UnreadableFilter": UnreadableFilter_f14b6c8835253af90146d5eab062ae4c,
  "@mentoring/matching/rsc#PersonView": PersonView_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/rsc#WaitCell": WaitCell_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/client#MatchSelected": MatchSelected_0a45b9fb2fffae324ad9573739145876,
  "./admin/content/BasedOn.tsx#BasedOn": BasedOn_bbfee696a49bfbd1195d7c57a6957c35,
  "./admin/content/NoDifference.tsx#NoDifference": NoDifference_d9b21e5ae9f9b1ed70b973dae21a0b85,
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
  "./admin/PartLabel.tsx#PartLabel": PartLabel_9da625c01b618c7c4009b13346702311,
  "./admin/TitleRowLabel.tsx#TitleRowLabel": TitleRowLabel_1f4f579f16040f1f8f51233a3ef38e20,
  "./admin/AddressCell.tsx#AddressCell": AddressCell_54c4c3c086736b5233844343bc8652f2,
  "./admin/PreviewLink.tsx#PreviewLink": PreviewLink_7be872cd3a42a4c8ec08dcf57290b06a,
  "@mentoring/publication/client#PublicationState": PublicationState_77c179195f02cb7f0f44be8cdd2acce6,
  "./admin/content/History.tsx#History": History_d139115111bebf82ac0df504f2a8a8f8,
  "./admin/content/PutBack.tsx#PutBack": PutBack_241dd0f27f8a8d58861bdb487af7da8c,
  "./admin/SitePartTitle.tsx#SitePartTitle": SitePartTitle_0fb8a555d84078cf1caf0a15d3e87b5d,
  "./admin/sentences/Sentences.tsx#Sentences": Sentences_d5ec6d1526a087d0ff9a4334da853e35,
  "./admin/sentences/ChangedSentences.tsx#ChangedSentences": ChangedSentences_b44e8912f4ebbac029a1701662bf6028,
  "/admin/content/PictureLimits.tsx#PictureLimits": PictureLimits_3e1870cc728f2a98ee95e06320feb999,
  "/admin/RoleField#RoleField": RoleField_4f02c15d5aa4751cf18ce61fb6155264,
  "@payloadcms/ui#PasswordField": PasswordField_3817bf644402e67bfe6577f60ef982de,
  "./admin/content/PlannedBy.tsx#PlannedBy": PlannedBy_f5016a19ac4aa3955e86c9c906d0416a,
  "@mentoring/outbox/rsc#MessageText": MessageText_b4168a4f889336d43d2bfc6a68f0f195,
  "@mentoring/outbox/rsc#TemplateCell": TemplateCell_b4168a4f889336d43d2bfc6a68f0f195,
  "@mentoring/outbox/rsc#TemplateField": TemplateField_b4168a4f889336d43d2bfc6a68f0f195,
  "@mentoring/outbox/client#SendAgain": SendAgain_094ceb8115b82635caf8726558b47f08,
  "@mentoring/outbox/rsc#WordsAbout": WordsAbout_b4168a4f889336d43d2bfc6a68f0f195,
  "@mentoring/outbox/client#Preview": Preview_094ceb8115b82635caf8726558b47f08,
  "@mentoring/forms/client#OneOfInput": OneOfInput_90372b8793273f40a96f8a697dfa16d2,
  "@mentoring/forms/client#AnswersOfInput": AnswersOfInput_90372b8793273f40a96f8a697dfa16d2,
  "@mentoring/forms/client#RowLabel": RowLabel_90372b8793273f40a96f8a697dfa16d2,
  "@mentoring/forms/rsc#FormsPanel": FormsPanel_7437ff502fe5436a9034dd80983ad57f,
  "@mentoring/forms/rsc#GroupField": GroupField_7437ff502fe5436a9034dd80983ad57f,
  "@mentoring/forms/rsc#MergeChoice": MergeChoice_7437ff502fe5436a9034dd80983ad57f,
  "@mentoring/matching/client#ReasonsField": ReasonsField_0a45b9fb2fffae324ad9573739145876,
  "./admin/mentoring/MatchView.tsx#MatchView": MatchView_6f668434abed2c316f0cbd475815fa0f,
  "@mentoring/matching/client#RepeatRun": RepeatRun_0a45b9fb2fffae324ad9573739145876,
  "@mentoring/matching/client#RecordField": RecordField_0a45b9fb2fffae324ad9573739145876,
  "./admin/mentoring/TrainingView.tsx#TrainingView": TrainingView_c7f8d86b6fdd16fe2cb581a682ad0f96,
  "./admin/content/LinkPlaces.tsx#LinkPlaces": LinkPlaces_19b7ec12dc30fb1dcc794eb87c057085,
  "@mentoring/publication/rsc#PublicationView": PublicationView_1eba75e941cc7c93610c4e5c8381c0b9,
  "@mentoring/publication/rsc#NoField": NoField_1eba75e941cc7c93610c4e5c8381c0b9,
  "@mentoring/publication/rsc#StatusCell": StatusCell_1eba75e941cc7c93610c4e5c8381c0b9,
  "@mentoring/publication/rsc#CauseCell": CauseCell_1eba75e941cc7c93610c4e5c8381c0b9,
  "@mentoring/publication/rsc#ByCell": ByCell_1eba75e941cc7c93610c4e5c8381c0b9,
  "@mentoring/publication/rsc#ChangesCell": ChangesCell_1eba75e941cc7c93610c4e5c8381c0b9,
  "@mentoring/publication/rsc#HoldNotice": HoldNotice_1eba75e941cc7c93610c4e5c8381c0b9,
  "@mentoring/publication/client#PutBack": PutBack_77c179195f02cb7f0f44be8cdd2acce6,
  "@mentoring/matching/rsc#TierField": TierField_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/rsc#RungField": RungField_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/rsc#LadderAbout": LadderAbout_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/rsc#RungLabel": RungLabel_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/rsc#CriteriaField": CriteriaField_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/rsc#RulesAbout": RulesAbout_badc8d47edc7748b61cbc5649b34d52a,
  "@mentoring/matching/rsc#PreviewField": PreviewField_badc8d47edc7748b61cbc5649b34d52a,
  "./admin/Mark.tsx#Mark": Mark_24802a7a05b1d0a11d1eb5cd74f46f41,
  "./admin/Logo.tsx#Logo": Logo_612c3d34eaf6813b778508e4375488a4,
  "@mentoring/matching/rsc#MatchingNavLink": MatchingNavLink_badc8d47edc7748b61cbc5649b34d52a,
  "./admin/mentoring/NavLink.tsx#MentoringNavLink": MentoringNavLink_5e2679afd478e87eaed5108ff79f9a67,
  "./admin/content/PlanAnswers.tsx#PlanAnswers": PlanAnswers_e76cb5673a817305d60a0ee62055b75f,
  "./admin/Dashboard.tsx#Dashboard": Dashboard_e2e30950b50da3dbda468411419583a8,
  "@mentoring/matching/rsc#MatchingView": MatchingView_badc8d47edc7748b61cbc5649b34d52a,
  "./admin/mentoring/MentoringView.tsx#MentoringView": MentoringView_a6214b0e36c36852a1eb0fedb77ab43b,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
