-- AlterTable
ALTER TABLE "interview" ADD COLUMN     "over_quota" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "wave" ADD COLUMN     "quota_plan_version" INTEGER;

-- CreateTable
CREATE TABLE "quota_plan_version" (
    "wave_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_plan_version_pkey" PRIMARY KEY ("wave_id","version")
);

-- CreateTable
CREATE TABLE "quota_cell" (
    "wave_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "target" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "closed" BOOLEAN NOT NULL,
    "limit_count" INTEGER,
    "cap" INTEGER,
    "completed" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,

    CONSTRAINT "quota_cell_pkey" PRIMARY KEY ("wave_id","id")
);

-- CreateTable
CREATE TABLE "quota_place" (
    "interview_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "cells" TEXT[],
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_place_pkey" PRIMARY KEY ("interview_id")
);

-- CreateIndex
CREATE INDEX "quota_place_wave_idx" ON "quota_place"("wave_id", "state");

-- AddForeignKey
ALTER TABLE "quota_plan_version" ADD CONSTRAINT "quota_plan_version_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_cell" ADD CONSTRAINT "quota_cell_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_place" ADD CONSTRAINT "quota_place_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.

-- No capped cell passes its cap, whatever a statement thought it was doing.
ALTER TABLE "quota_cell" ADD CONSTRAINT "quota_cell_within_cap" CHECK ("cap" IS NULL OR "completed" + "reserved" <= "cap");
ALTER TABLE "quota_cell" ADD CONSTRAINT "quota_cell_counts" CHECK ("completed" >= 0 AND "reserved" >= 0 AND "target" >= 0);
ALTER TABLE "quota_cell" ADD CONSTRAINT "quota_cell_cap_of_limit" CHECK (("cap" IS NULL) = ("limit_count" IS NULL) AND "cap" >= "limit_count");
ALTER TABLE "quota_place" ADD CONSTRAINT "quota_place_state_check" CHECK ("state" IN ('reserved', 'completed'));
CREATE INDEX "quota_place_expiry_idx" ON "quota_place" ("expires_at") WHERE "state" = 'reserved';

-- A complete over quota is completed and does not count.
ALTER TABLE "interview" ADD CONSTRAINT "interview_over_quota_check" CHECK (NOT "over_quota" OR ("status" = 'completed' AND NOT "counted"));

CREATE TRIGGER "quota_plan_version_frozen"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "quota_plan_version" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
REVOKE UPDATE, DELETE ON "quota_plan_version" FROM fieldline_app;

-- Exports tell how many completes were over quota.
GRANT SELECT ON "quota_plan_version", "quota_cell", "quota_place" TO fieldline_export;
