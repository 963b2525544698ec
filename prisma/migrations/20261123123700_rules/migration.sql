-- What the schema language cannot say: checks, partial indexes, rows that never change.

-- Waves: a live wave runs in real time; field time has no other meaning for people who are rung.
ALTER TABLE "wave" ADD CONSTRAINT "wave_mode_check" CHECK ("mode" IN ('live', 'test'));
ALTER TABLE "wave" ADD CONSTRAINT "wave_live_in_real_time" CHECK ("mode" = 'test' OR "field_offset_ms" = 0);
ALTER TABLE "wave" ADD CONSTRAINT "wave_state_check" CHECK ("state" IN ('preparing', 'inField', 'closed'));
ALTER TABLE "wave" ADD CONSTRAINT "wave_dates_check" CHECK ("field_from" <= "field_to");
-- Nothing is rung for a wave that lacks one of these; the list of missing settings is made by the verb.
ALTER TABLE "wave" ADD CONSTRAINT "wave_in_field_complete" CHECK (
  "state" <> 'inField' OR (
    "institute" IS NOT NULL AND "client" IS NOT NULL AND "verification_number" IS NOT NULL
    AND "release_id" IS NOT NULL AND "call_rules_version" IS NOT NULL
    AND cardinality("countries") > 0 AND cardinality("languages") > 0
  )
);

-- Cases: an open one has a time at which it is due, a closed one has none.
ALTER TABLE "case" ADD CONSTRAINT "case_state_check" CHECK ("state" IN ('open', 'closed'));
ALTER TABLE "case" ADD CONSTRAINT "case_open_is_due" CHECK (("state" = 'open') = ("due_at" IS NOT NULL));
-- The next case: of one country and rank the one due longest, then the order of the draw.
CREATE INDEX "case_next_idx" ON "case" ("wave_id", "country", "rank", "due_at", "draw") WHERE "state" = 'open';

-- Leases: a case at one desk, a desk with one case, a number open once over all studies.
CREATE UNIQUE INDEX "lease_case_open_key" ON "lease" ("case_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "lease_user_open_key" ON "lease" ("user_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "lease_number_open_key" ON "lease_number" ("number_id") WHERE "open";
CREATE INDEX "lease_expiry_idx" ON "lease" ("expires_at") WHERE "ended_at" IS NULL;

-- Attempts: one call at a time for a case.
CREATE UNIQUE INDEX "contact_attempt_open_key" ON "contact_attempt" ("case_id") WHERE "closed_at" IS NULL;
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_closed_has_result" CHECK (
  ("closed_at" IS NULL) = ("disposition" IS NULL)
);

-- Interviews: of a case at most one counts and at most one is under way; only a complete counts.
ALTER TABLE "interview" ADD CONSTRAINT "interview_counted_is_completed" CHECK (NOT "counted" OR "status" = 'completed');
CREATE UNIQUE INDEX "interview_counted_key" ON "interview" ("case_id") WHERE "counted";
CREATE UNIQUE INDEX "interview_open_key" ON "interview" ("case_id") WHERE "status" IN ('inProgress', 'suspended');

-- Numbers are known by a keyed hash of 32 bytes, tokens of sessions by one as well.
ALTER TABLE "phone_number" ADD CONSTRAINT "phone_number_hash_check" CHECK (octet_length("hash") = 32);
ALTER TABLE "phone_number" ADD CONSTRAINT "phone_number_kind_check" CHECK ("kind" IN ('landline', 'mobile', 'unknown'));
ALTER TABLE "session" ADD CONSTRAINT "session_token_hash_check" CHECK (octet_length("token_hash") = 32);

-- A contact belongs to a number or record there is, and goes with it.
ALTER TABLE "contact"."contact_number" ADD CONSTRAINT "contact_number_number_id_fkey"
  FOREIGN KEY ("number_id") REFERENCES "phone_number" ("id") ON DELETE CASCADE;
ALTER TABLE "contact"."contact_person" ADD CONSTRAINT "contact_person_record_id_fkey"
  FOREIGN KEY ("record_id") REFERENCES "sample_record" ("id") ON DELETE CASCADE;

-- People: names are kept in small letters, so that two of them never differ in case alone.
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_name_check" CHECK ("name" = lower("name") AND "name" <> '');
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_roles_check" CHECK (
  cardinality("roles") > 0
  AND "roles" <@ ARRAY['interviewer', 'supervisor', 'researcher', 'administrator']::text[]
);
ALTER TABLE "user_language" ADD CONSTRAINT "user_language_level_check" CHECK ("level" BETWEEN 1 AND 3);

-- Rows that are only ever added: the journal, the log of operations, releases, versions of the call rules.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% never change once written', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END
$$;

CREATE TRIGGER "journal_entry_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "interview_operation_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "interview_operation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "instrument_release_frozen"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "instrument_release" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "call_rules_version_frozen"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "call_rules_version" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
