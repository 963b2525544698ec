-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "skills" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "contact_attempt" ADD COLUMN     "language_needed" TEXT,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "reply_used" TEXT;

-- AlterTable
ALTER TABLE "interview" ADD COLUMN     "code" TEXT;

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "local_date" TEXT NOT NULL,
    "local_from" TEXT NOT NULL,
    "local_to" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_break" (
    "id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "shift_break_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact"."desk_message" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "reply_to_id" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "desk_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact"."contact_note" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "contact_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "appointment_due_idx" ON "appointment"("wave_id", "state", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_user_idx" ON "appointment"("user_id", "state");

-- CreateIndex
CREATE INDEX "shift_user_idx" ON "shift"("user_id", "started_at");

-- CreateIndex
CREATE INDEX "desk_message_to_idx" ON "contact"."desk_message"("to_id", "sent_at");

-- CreateIndex
CREATE INDEX "desk_message_from_idx" ON "contact"."desk_message"("from_id", "sent_at");

-- CreateIndex
CREATE INDEX "contact_note_record_idx" ON "contact"."contact_note"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "interview_code_key" ON "interview"("code");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "contact_attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_break" ADD CONSTRAINT "shift_break_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "appointment" ADD CONSTRAINT "appointment_kind_check" CHECK ("kind" IN ('exact', 'loose'));
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_state_check" CHECK ("state" IN ('open', 'kept', 'missed', 'cancelled'));
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_span_check" CHECK ("starts_at" <= "ends_at");
CREATE UNIQUE INDEX "appointment_open_key" ON "appointment" ("case_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "shift_open_key" ON "shift" ("user_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "shift_break_open_key" ON "shift_break" ("shift_id") WHERE "ended_at" IS NULL;

ALTER TABLE "contact"."contact_note" ADD CONSTRAINT "contact_note_record_id_fkey"
  FOREIGN KEY ("record_id") REFERENCES "sample_record" ("id") ON DELETE CASCADE;
GRANT SELECT, INSERT, DELETE ON "contact"."contact_note" TO fieldline_contact;
GRANT SELECT, INSERT, UPDATE ON "contact"."desk_message" TO fieldline_contact;
GRANT SELECT, INSERT, UPDATE ON "appointment", "shift", "shift_break" TO fieldline_contact;
REVOKE DELETE ON "appointment", "shift", "shift_break" FROM fieldline_app;

GRANT SELECT ("skills") ON "app_user" TO fieldline_contact;

-- Interviews held before they bore a code.
UPDATE "interview" SET "code" = upper(substr(md5("id"::text), 1, 8));
