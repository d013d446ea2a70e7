import * as migration_20261122_202703_initial from './20261122_202703_initial';
import * as migration_20261122_221904_matching_settings from './20261122_221904_matching_settings';
import * as migration_20261123_081641_after_the_match from './20261123_081641_after_the_match';
import * as migration_20261128_200444_typed_links from './20261128_200444_typed_links';
import * as migration_20261128_203000_same_on_both from './20261128_203000_same_on_both';
import * as migration_20261128_205441_doors from './20261128_205441_doors';
import * as migration_20261128_211109_typed_messages from './20261128_211109_typed_messages';
import * as migration_20261128_212349_visits from './20261128_212349_visits';
import * as migration_20261128_213353_texts_by_record from './20261128_213353_texts_by_record';
import * as migration_20261128_213900_publication_findings from './20261128_213900_publication_findings';
import * as migration_20261129_022623_what_nobody_reads from './20261129_022623_what_nobody_reads';
import * as migration_20261129_075513_criteria_by_name from './20261129_075513_criteria_by_name';
import * as migration_20261129_113748_matches_by_date from './20261129_113748_matches_by_date';
import * as migration_20261129_152814_introductions from './20261129_152814_introductions';
import * as migration_20261129_223924_sentences_of_matches from './20261129_223924_sentences_of_matches';
import * as migration_20261130_022545_sign_up_drafts from './20261130_022545_sign_up_drafts';
import * as migration_20261130_022611_forms_are_content from './20261130_022611_forms_are_content';
import * as migration_20261130_054828_words_of_forms from './20261130_054828_words_of_forms';
import * as migration_20261130_071533_questions_and_lists_grow from './20261130_071533_questions_and_lists_grow';
import * as migration_20261130_141554_pages_from_parts from './20261130_141554_pages_from_parts';
import * as migration_20261130_174641_sentences from './20261130_174641_sentences';

export const migrations = [
  {
    up: migration_20261122_202703_initial.up,
    down: migration_20261122_202703_initial.down,
    name: '20261122_202703_initial',
  },
  {
    up: migration_20261122_221904_matching_settings.up,
    down: migration_20261122_221904_matching_settings.down,
    name: '20261122_221904_matching_settings',
  },
  {
    up: migration_20261123_081641_after_the_match.up,
    down: migration_20261123_081641_after_the_match.down,
    name: '20261123_081641_after_the_match',
  },
  {
    up: migration_20261128_200444_typed_links.up,
    down: migration_20261128_200444_typed_links.down,
    name: '20261128_200444_typed_links',
  },
  {
    up: migration_20261128_203000_same_on_both.up,
    down: migration_20261128_203000_same_on_both.down,
    name: '20261128_203000_same_on_both',
  },
  {
    up: migration_20261128_205441_doors.up,
    down: migration_20261128_205441_doors.down,
    name: '20261128_205441_doors',
  },
  {
    up: migration_20261128_211109_typed_messages.up,
    down: migration_20261128_211109_typed_messages.down,
    name: '20261128_211109_typed_messages',
  },
  {
    up: migration_20261128_212349_visits.up,
    down: migration_20261128_212349_visits.down,
    name: '20261128_212349_visits',
  },
  {
    up: migration_20261128_213353_texts_by_record.up,
    down: migration_20261128_213353_texts_by_record.down,
    name: '20261128_213353_texts_by_record',
  },
  {
    up: migration_20261128_213900_publication_findings.up,
    down: migration_20261128_213900_publication_findings.down,
    name: '20261128_213900_publication_findings',
  },
  {
    up: migration_20261129_022623_what_nobody_reads.up,
    down: migration_20261129_022623_what_nobody_reads.down,
    name: '20261129_022623_what_nobody_reads',
  },
  {
    up: migration_20261129_075513_criteria_by_name.up,
    down: migration_20261129_075513_criteria_by_name.down,
    name: '20261129_075513_criteria_by_name',
  },
  {
    up: migration_20261129_113748_matches_by_date.up,
    down: migration_20261129_113748_matches_by_date.down,
    name: '20261129_113748_matches_by_date',
  },
  {
    up: migration_20261129_152814_introductions.up,
    down: migration_20261129_152814_introductions.down,
    name: '20261129_152814_introductions',
  },
  {
    up: migration_20261129_223924_sentences_of_matches.up,
    down: migration_20261129_223924_sentences_of_matches.down,
    name: '20261129_223924_sentences_of_matches',
  },
  {
    up: migration_20261130_022545_sign_up_drafts.up,
    down: migration_20261130_022545_sign_up_drafts.down,
    name: '20261130_022545_sign_up_drafts',
  },
  {
    up: migration_20261130_022611_forms_are_content.up,
    down: migration_20261130_022611_forms_are_content.down,
    name: '20261130_022611_forms_are_content',
  },
  {
    up: migration_20261130_054828_words_of_forms.up,
    down: migration_20261130_054828_words_of_forms.down,
    name: '20261130_054828_words_of_forms',
  },
  {
    up: migration_20261130_071533_questions_and_lists_grow.up,
    down: migration_20261130_071533_questions_and_lists_grow.down,
    name: '20261130_071533_questions_and_lists_grow',
  },
  {
    up: migration_20261130_141554_pages_from_parts.up,
    down: migration_20261130_141554_pages_from_parts.down,
    name: '20261130_141554_pages_from_parts',
  },
  {
    up: migration_20261130_174641_sentences.up,
    down: migration_20261130_174641_sentences.down,
    name: '20261130_174641_sentences'
  },
];
