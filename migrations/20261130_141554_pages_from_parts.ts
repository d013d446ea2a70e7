import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`pages\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`lead\` text,
  	\`layout\` text,
  	\`slug\` text,
  	\`parent_id\` text(36),
  	\`summary\` text,
  	\`share_image_id\` text(36),
  	\`is_hidden_from_search\` integer DEFAULT false,
  	\`role\` text,
  	\`owner\` text,
  	\`owner_email\` text,
  	\`reviewed_on\` text,
  	\`review_due\` text,
  	\`change_note\` text,
  	\`changed_by\` text,
  	\`changed_at\` text,
  	\`changed_by_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`share_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_slug_idx\` ON \`pages\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`pages_parent_idx\` ON \`pages\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_share_image_idx\` ON \`pages\` (\`share_image_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_role_idx\` ON \`pages\` (\`role\`);`)
  await db.run(sql`CREATE INDEX \`pages_review_due_idx\` ON \`pages\` (\`review_due\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_deleted_at_idx\` ON \`pages\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_lead\` text,
  	\`version_layout\` text,
  	\`version_slug\` text,
  	\`version_parent_id\` text(36),
  	\`version_summary\` text,
  	\`version_share_image_id\` text(36),
  	\`version_is_hidden_from_search\` integer DEFAULT false,
  	\`version_role\` text,
  	\`version_owner\` text,
  	\`version_owner_email\` text,
  	\`version_reviewed_on\` text,
  	\`version_review_due\` text,
  	\`version_change_note\` text,
  	\`version_changed_by\` text,
  	\`version_changed_at\` text,
  	\`version_changed_by_id\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_share_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_idx\` ON \`_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_slug_idx\` ON \`_pages_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_parent_idx\` ON \`_pages_v\` (\`version_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_share_image_idx\` ON \`_pages_v\` (\`version_share_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_role_idx\` ON \`_pages_v\` (\`version_role\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_review_due_idx\` ON \`_pages_v\` (\`version_review_due\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_at_idx\` ON \`_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_at_idx\` ON \`_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_deleted_at_idx\` ON \`_pages_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version__status_idx\` ON \`_pages_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_created_at_idx\` ON \`_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_updated_at_idx\` ON \`_pages_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_latest_idx\` ON \`_pages_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`site_parts_navigation_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`link_page_id\` text(36),
  	\`link_url\` text,
  	FOREIGN KEY (\`link_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_parts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`site_parts_navigation_links_order_idx\` ON \`site_parts_navigation_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_navigation_links_parent_id_idx\` ON \`site_parts_navigation_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_navigation_links_link_link_page_idx\` ON \`site_parts_navigation_links\` (\`link_page_id\`);`)
  await db.run(sql`CREATE TABLE \`site_parts_footer_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`link_page_id\` text(36),
  	\`link_url\` text,
  	FOREIGN KEY (\`link_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_parts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`site_parts_footer_links_order_idx\` ON \`site_parts_footer_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_footer_links_parent_id_idx\` ON \`site_parts_footer_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_footer_links_link_link_page_idx\` ON \`site_parts_footer_links\` (\`link_page_id\`);`)
  await db.run(sql`CREATE TABLE \`site_parts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`part\` text,
  	\`branding_programme_name\` text,
  	\`branding_short_name\` text,
  	\`branding_trust_name\` text,
  	\`branding_logo_id\` text(36),
  	\`branding_colour\` text DEFAULT 'blue',
  	\`branding_share_image_id\` text(36),
  	\`footer_text\` text,
  	\`contact_team\` text,
  	\`contact_person\` text,
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`contact_group_title\` text,
  	\`contact_group_link_page_id\` text(36),
  	\`contact_group_link_url\` text,
  	\`change_note\` text,
  	\`changed_by\` text,
  	\`changed_at\` text,
  	\`changed_by_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`branding_logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`branding_share_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`contact_group_link_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`site_parts_part_idx\` ON \`site_parts\` (\`part\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_branding_branding_logo_idx\` ON \`site_parts\` (\`branding_logo_id\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_branding_branding_share_image_idx\` ON \`site_parts\` (\`branding_share_image_id\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_contact_group_link_contact_group_link_page_idx\` ON \`site_parts\` (\`contact_group_link_page_id\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_updated_at_idx\` ON \`site_parts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`site_parts_created_at_idx\` ON \`site_parts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_parts__status_idx\` ON \`site_parts\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_site_parts_v_version_navigation_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`link_page_id\` text(36),
  	\`link_url\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`link_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_site_parts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_navigation_links_order_idx\` ON \`_site_parts_v_version_navigation_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_navigation_links_parent_id_idx\` ON \`_site_parts_v_version_navigation_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_navigation_links_link_link_page_idx\` ON \`_site_parts_v_version_navigation_links\` (\`link_page_id\`);`)
  await db.run(sql`CREATE TABLE \`_site_parts_v_version_footer_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`link_page_id\` text(36),
  	\`link_url\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`link_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_site_parts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_footer_links_order_idx\` ON \`_site_parts_v_version_footer_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_footer_links_parent_id_idx\` ON \`_site_parts_v_version_footer_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_footer_links_link_link_page_idx\` ON \`_site_parts_v_version_footer_links\` (\`link_page_id\`);`)
  await db.run(sql`CREATE TABLE \`_site_parts_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_part\` text,
  	\`version_branding_programme_name\` text,
  	\`version_branding_short_name\` text,
  	\`version_branding_trust_name\` text,
  	\`version_branding_logo_id\` text(36),
  	\`version_branding_colour\` text DEFAULT 'blue',
  	\`version_branding_share_image_id\` text(36),
  	\`version_footer_text\` text,
  	\`version_contact_team\` text,
  	\`version_contact_person\` text,
  	\`version_contact_email\` text,
  	\`version_contact_phone\` text,
  	\`version_contact_group_title\` text,
  	\`version_contact_group_link_page_id\` text(36),
  	\`version_contact_group_link_url\` text,
  	\`version_change_note\` text,
  	\`version_changed_by\` text,
  	\`version_changed_at\` text,
  	\`version_changed_by_id\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`site_parts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_branding_logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_branding_share_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_contact_group_link_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_site_parts_v_parent_idx\` ON \`_site_parts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_version_part_idx\` ON \`_site_parts_v\` (\`version_part\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_branding_version_branding_logo_idx\` ON \`_site_parts_v\` (\`version_branding_logo_id\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_branding_version_branding_share_im_idx\` ON \`_site_parts_v\` (\`version_branding_share_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_contact_group_link_version_contact_idx\` ON \`_site_parts_v\` (\`version_contact_group_link_page_id\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_version_updated_at_idx\` ON \`_site_parts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_version_created_at_idx\` ON \`_site_parts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_version_version__status_idx\` ON \`_site_parts_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_created_at_idx\` ON \`_site_parts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_updated_at_idx\` ON \`_site_parts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_site_parts_v_latest_idx\` ON \`_site_parts_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`redirects\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to_page_id\` text(36),
  	\`to_url\` text,
  	\`kind\` text DEFAULT '301' NOT NULL,
  	\`because\` text DEFAULT 'byHand' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`to_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`redirects_from_idx\` ON \`redirects\` (\`from\`);`)
  await db.run(sql`CREATE INDEX \`redirects_to_to_page_idx\` ON \`redirects\` (\`to_page_id\`);`)
  await db.run(sql`CREATE INDEX \`redirects_updated_at_idx\` ON \`redirects\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`redirects_created_at_idx\` ON \`redirects\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`preview_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`hash\` text NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`by_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`preview_links_hash_idx\` ON \`preview_links\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_document_idx\` ON \`preview_links\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_by_idx\` ON \`preview_links\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_expires_at_idx\` ON \`preview_links\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_updated_at_idx\` ON \`preview_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_created_at_idx\` ON \`preview_links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`link_checks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`url\` text NOT NULL,
  	\`status\` text,
  	\`last_ok_at\` text,
  	\`failures\` numeric DEFAULT 0 NOT NULL,
  	\`next_at\` text NOT NULL,
  	\`used_in\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`link_checks_url_idx\` ON \`link_checks\` (\`url\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_failures_idx\` ON \`link_checks\` (\`failures\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_next_at_idx\` ON \`link_checks\` (\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_updated_at_idx\` ON \`link_checks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_created_at_idx\` ON \`link_checks\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`topic\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`owner\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`owner_email\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`reviewed_on\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`review_due\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`resource_links\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`resource_links_review_due_idx\` ON \`resource_links\` (\`review_due\`);`)
  await db.run(sql`CREATE INDEX \`resource_links_deleted_at_idx\` ON \`resource_links\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_topic\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_owner\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_owner_email\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_reviewed_on\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_review_due\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_change_note\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` ADD \`version_deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_version_version_review_due_idx\` ON \`_resource_links_v\` (\`version_review_due\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_version_version_deleted_at_idx\` ON \`_resource_links_v\` (\`version_deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`mail_words\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`mail_words\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`mail_words\` ADD \`changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`mail_words\` ADD \`changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` ADD \`version_change_note\` text;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` ADD \`version_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` ADD \`version_changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` ADD \`changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` ADD \`changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` ADD \`version_change_note\` text;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` ADD \`version_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` ADD \`version_changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`questions\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`questions\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`questions\` ADD \`changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`questions\` ADD \`changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` ADD \`version_change_note\` text;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` ADD \`version_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` ADD \`version_changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` ADD \`changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` ADD \`changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` ADD \`version_change_note\` text;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` ADD \`version_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` ADD \`version_changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`choices\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`choices\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`choices\` ADD \`changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`choices\` ADD \`changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` ADD \`version_change_note\` text;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` ADD \`version_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` ADD \`version_changed_by_id\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`number\` numeric;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`cause\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`by\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`changes\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`bytes\` numeric;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`put_back\` numeric;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`fingerprint\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`folder\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`publications_number_idx\` ON \`publications\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`publications_status_idx\` ON \`publications\` (\`status\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`pages_id\` text(36) REFERENCES pages(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`site_parts_id\` text(36) REFERENCES site_parts(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`redirects_id\` text(36) REFERENCES redirects(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_site_parts_id_idx\` ON \`payload_locked_documents_rels\` (\`site_parts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_redirects_id_idx\` ON \`payload_locked_documents_rels\` (\`redirects_id\`);`)
  // By when they began; of those that went up only the last one is still live, and no build of theirs is known.
  await db.run(sql`UPDATE \`publications\` SET \`number\` = (
    SELECT count(*) FROM \`publications\` AS \`earlier\`
    WHERE \`earlier\`.\`started_at\` < \`publications\`.\`started_at\`
      OR (\`earlier\`.\`started_at\` = \`publications\`.\`started_at\` AND \`earlier\`.\`id\` <= \`publications\`.\`id\`)
  );`)
  await db.run(sql`UPDATE \`publications\` SET \`status\` = 'gone' WHERE \`status\` = 'live' AND \`number\` < (
    SELECT max(\`number\`) FROM \`publications\` WHERE \`status\` = 'live'
  );`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`site_parts_navigation_links\`;`)
  await db.run(sql`DROP TABLE \`site_parts_footer_links\`;`)
  await db.run(sql`DROP TABLE \`site_parts\`;`)
  await db.run(sql`DROP TABLE \`_site_parts_v_version_navigation_links\`;`)
  await db.run(sql`DROP TABLE \`_site_parts_v_version_footer_links\`;`)
  await db.run(sql`DROP TABLE \`_site_parts_v\`;`)
  await db.run(sql`DROP TABLE \`redirects\`;`)
  await db.run(sql`DROP TABLE \`preview_links\`;`)
  await db.run(sql`DROP TABLE \`link_checks\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`mentors_id\` text(36),
  	\`mentees_id\` text(36),
  	\`resource_links_id\` text(36),
  	\`media_id\` text(36),
  	\`users_id\` text(36),
  	\`mail_words_id\` text(36),
  	\`sign_up_forms_id\` text(36),
  	\`questions_id\` text(36),
  	\`choice_lists_id\` text(36),
  	\`choices_id\` text(36),
  	\`training_days_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentors_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentees_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`resource_links_id\`) REFERENCES \`resource_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mail_words_id\`) REFERENCES \`mail_words\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sign_up_forms_id\`) REFERENCES \`sign_up_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`questions_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`choice_lists_id\`) REFERENCES \`choice_lists\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`choices_id\`) REFERENCES \`choices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`training_days_id\`) REFERENCES \`training_days\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "mail_words_id", "sign_up_forms_id", "questions_id", "choice_lists_id", "choices_id", "training_days_id") SELECT "id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "mail_words_id", "sign_up_forms_id", "questions_id", "choice_lists_id", "choices_id", "training_days_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mentors_id_idx\` ON \`payload_locked_documents_rels\` (\`mentors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mentees_id_idx\` ON \`payload_locked_documents_rels\` (\`mentees_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_resource_links_id_idx\` ON \`payload_locked_documents_rels\` (\`resource_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mail_words_id_idx\` ON \`payload_locked_documents_rels\` (\`mail_words_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sign_up_forms_id_idx\` ON \`payload_locked_documents_rels\` (\`sign_up_forms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_questions_id_idx\` ON \`payload_locked_documents_rels\` (\`questions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_choice_lists_id_idx\` ON \`payload_locked_documents_rels\` (\`choice_lists_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_choices_id_idx\` ON \`payload_locked_documents_rels\` (\`choices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_training_days_id_idx\` ON \`payload_locked_documents_rels\` (\`training_days_id\`);`)
  await db.run(sql`DROP INDEX \`resource_links_review_due_idx\`;`)
  await db.run(sql`DROP INDEX \`resource_links_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`topic\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`owner\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`owner_email\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`reviewed_on\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`review_due\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`change_note\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`changed_at\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`resource_links\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`DROP INDEX \`_resource_links_v_version_version_review_due_idx\`;`)
  await db.run(sql`DROP INDEX \`_resource_links_v_version_version_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_topic\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_owner\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_owner_email\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_reviewed_on\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_review_due\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_change_note\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`_resource_links_v\` DROP COLUMN \`version_deleted_at\`;`)
  await db.run(sql`DROP INDEX \`publications_number_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_status_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`number\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`cause\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`by\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`changes\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`bytes\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`put_back\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`fingerprint\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`folder\`;`)
  await db.run(sql`ALTER TABLE \`mail_words\` DROP COLUMN \`change_note\`;`)
  await db.run(sql`ALTER TABLE \`mail_words\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`mail_words\` DROP COLUMN \`changed_at\`;`)
  await db.run(sql`ALTER TABLE \`mail_words\` DROP COLUMN \`changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` DROP COLUMN \`version_change_note\`;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` DROP COLUMN \`version_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`_mail_words_v\` DROP COLUMN \`version_changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` DROP COLUMN \`change_note\`;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` DROP COLUMN \`changed_at\`;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` DROP COLUMN \`changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` DROP COLUMN \`version_change_note\`;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` DROP COLUMN \`version_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` DROP COLUMN \`version_changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`change_note\`;`)
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`changed_at\`;`)
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` DROP COLUMN \`version_change_note\`;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` DROP COLUMN \`version_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` DROP COLUMN \`version_changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` DROP COLUMN \`change_note\`;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` DROP COLUMN \`changed_at\`;`)
  await db.run(sql`ALTER TABLE \`choice_lists\` DROP COLUMN \`changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` DROP COLUMN \`version_change_note\`;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` DROP COLUMN \`version_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`_choice_lists_v\` DROP COLUMN \`version_changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`choices\` DROP COLUMN \`change_note\`;`)
  await db.run(sql`ALTER TABLE \`choices\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`choices\` DROP COLUMN \`changed_at\`;`)
  await db.run(sql`ALTER TABLE \`choices\` DROP COLUMN \`changed_by_id\`;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` DROP COLUMN \`version_change_note\`;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` DROP COLUMN \`version_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` DROP COLUMN \`version_changed_by_id\`;`)
}
