-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "contact";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "roles" TEXT[],
    "interface_language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_language" (
    "user_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "user_language_pkey" PRIMARY KEY ("user_id","language")
);

-- CreateTable
CREATE TABLE "user_scope" (
    "user_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "country" TEXT NOT NULL,

    CONSTRAINT "user_scope_pkey" PRIMARY KEY ("user_id","study_id","country")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "rank" INTEGER NOT NULL,
    "draw" INTEGER NOT NULL,
    "attempt_count" INTEGER NOT NULL,
    "last_disposition" TEXT,
    "final_disposition" TEXT,
    "final_code" TEXT,
    "language" TEXT,
    "fence" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "fence" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "connected_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease_number" (
    "lease_id" UUID NOT NULL,
    "number_id" UUID NOT NULL,
    "open" BOOLEAN NOT NULL,

    CONSTRAINT "lease_number_pkey" PRIMARY KEY ("lease_id","number_id")
);

-- CreateTable
CREATE TABLE "contact_attempt" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "number_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "fence" INTEGER NOT NULL,
    "call_rules_version" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "dialled_at" TIMESTAMPTZ(3) NOT NULL,
    "dialled_field_at" TIMESTAMPTZ(3) NOT NULL,
    "local_date" TEXT NOT NULL,
    "disposition" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_field_at" TIMESTAMPTZ(3),
    "ring_seconds" INTEGER,
    "talk_seconds" INTEGER,

    CONSTRAINT "contact_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "interviews" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "field_at" TIMESTAMPTZ(3) NOT NULL,
    "countries" TEXT[],

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_file" (
    "export_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("export_id","name")
);

-- CreateTable
CREATE TABLE "interview" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_operation" (
    "interview_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "user_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "field_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interview_operation_pkey" PRIMARY KEY ("interview_id","seq")
);

-- CreateTable
CREATE TABLE "interview_result" (
    "interview_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "paradata" JSONB NOT NULL,

    CONSTRAINT "interview_result_pkey" PRIMARY KEY ("interview_id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "seq" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "machine_at" TIMESTAMPTZ(3) NOT NULL,
    "field_at" TIMESTAMPTZ(3),
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity_kind" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "wave_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "command_id" UUID,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "reply" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_denial" (
    "user_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "access_denial_pkey" PRIMARY KEY ("user_id","route","minute")
);

-- CreateTable
CREATE TABLE "phone_number" (
    "id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "test_number" BOOLEAN NOT NULL,
    "do_not_call_at" TIMESTAMPTZ(3),
    "closed_as" TEXT,

    CONSTRAINT "phone_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample_import" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sample_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample_record" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "sample_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_number" (
    "record_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number_id" UUID NOT NULL,

    CONSTRAINT "record_number_pkey" PRIMARY KEY ("record_id","position")
);

-- CreateTable
CREATE TABLE "do_not_call_import" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "do_not_call_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact"."contact_number" (
    "number_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "contact_number_pkey" PRIMARY KEY ("number_id")
);

-- CreateTable
CREATE TABLE "contact"."contact_person" (
    "record_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "contact_person_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "study" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instrument_release" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instrument_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wave" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "field_offset_ms" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "field_from" TEXT NOT NULL,
    "field_to" TEXT NOT NULL,
    "countries" TEXT[],
    "languages" TEXT[],
    "institute" TEXT,
    "client" TEXT,
    "verification_number" TEXT,
    "release_id" UUID,
    "call_rules_version" INTEGER,

    CONSTRAINT "wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_rules_version" (
    "wave_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_rules_version_pkey" PRIMARY KEY ("wave_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_name_key" ON "app_user"("name");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_user_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_record_key" ON "case"("record_id");

-- CreateIndex
CREATE INDEX "contact_attempt_case_idx" ON "contact_attempt"("case_id");

-- CreateIndex
CREATE INDEX "contact_attempt_number_idx" ON "contact_attempt"("wave_id", "number_id", "local_date");

-- CreateIndex
CREATE INDEX "contact_attempt_user_idx" ON "contact_attempt"("user_id", "dialled_at");

-- CreateIndex
CREATE INDEX "export_wave_idx" ON "export"("wave_id");

-- CreateIndex
CREATE INDEX "interview_wave_idx" ON "interview"("wave_id", "status");

-- CreateIndex
CREATE INDEX "interview_case_idx" ON "interview"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "interview_operation_id_key" ON "interview_operation"("id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_id_key" ON "journal_entry"("id");

-- CreateIndex
CREATE INDEX "journal_entry_entity_idx" ON "journal_entry"("entity_kind", "entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "phone_number_hash_key" ON "phone_number"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "sample_record_reference_key" ON "sample_record"("wave_id", "reference");

-- CreateIndex
CREATE INDEX "record_number_number_idx" ON "record_number"("number_id");

-- CreateIndex
CREATE INDEX "do_not_call_import_wave_idx" ON "do_not_call_import"("wave_id");

-- CreateIndex
CREATE UNIQUE INDEX "study_code_key" ON "study"("code");

-- CreateIndex
CREATE UNIQUE INDEX "instrument_release_fingerprint_key" ON "instrument_release"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "instrument_release_number_key" ON "instrument_release"("study_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "wave_code_key" ON "wave"("study_id", "code");

-- AddForeignKey
ALTER TABLE "user_language" ADD CONSTRAINT "user_language_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_scope" ADD CONSTRAINT "user_scope_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_scope" ADD CONSTRAINT "user_scope_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "sample_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease" ADD CONSTRAINT "lease_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease_number" ADD CONSTRAINT "lease_number_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "lease"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease_number" ADD CONSTRAINT "lease_number_number_id_fkey" FOREIGN KEY ("number_id") REFERENCES "phone_number"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_number_id_fkey" FOREIGN KEY ("number_id") REFERENCES "phone_number"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "contact_attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "instrument_release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_operation" ADD CONSTRAINT "interview_operation_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_result" ADD CONSTRAINT "interview_result_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample_import" ADD CONSTRAINT "sample_import_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample_record" ADD CONSTRAINT "sample_record_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample_record" ADD CONSTRAINT "sample_record_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "sample_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_number" ADD CONSTRAINT "record_number_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "sample_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_number" ADD CONSTRAINT "record_number_number_id_fkey" FOREIGN KEY ("number_id") REFERENCES "phone_number"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instrument_release" ADD CONSTRAINT "instrument_release_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wave" ADD CONSTRAINT "wave_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wave" ADD CONSTRAINT "wave_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "instrument_release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_rules_version" ADD CONSTRAINT "call_rules_version_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
