-- Interviews held without network: begun late under the release of their call, kept as branches where they came too late.

-- AlterTable
ALTER TABLE "contact_attempt" ADD COLUMN     "presumed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "release_id" UUID;

-- CreateTable
CREATE TABLE "interview_branch" (
    "id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "fence" INTEGER NOT NULL,
    "attempt_id" UUID,
    "code" TEXT,
    "operations" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "problem" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "field_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interview_branch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "interview_branch_case_idx" ON "interview_branch"("case_id");

-- CreateIndex
CREATE INDEX "interview_branch_interview_idx" ON "interview_branch"("interview_id");

-- AddForeignKey
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "instrument_release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_branch" ADD CONSTRAINT "interview_branch_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "interview_branch" ADD CONSTRAINT "interview_branch_reason_check"
  CHECK ("reason" IN ('continuedElsewhere', 'refused'));
REVOKE UPDATE, DELETE ON "interview_branch" FROM fieldline_app;
CREATE TRIGGER "interview_branch_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "interview_branch"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_but_erasing"();

-- A desk learns from the plan what to do at the quota check without network.
GRANT SELECT ON "quota_plan_version" TO fieldline_contact;

-- Whoever takes an interview back takes back all that was said in its case.
CREATE FUNCTION "erase_branches"("of_case" uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "case" WHERE "id" = "of_case" AND "final_disposition" = 'withdrawn') THEN
    RAISE EXCEPTION 'only branches of a withdrawn case are erased' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM set_config('fieldline.erasing', 'on', true);
  UPDATE "interview_branch" SET "operations" = (
    SELECT jsonb_agg(jsonb_build_object('id', o -> 'id', 'seq', o -> 'seq', 'at', o -> 'at', 'type', 'erased') ORDER BY n)
    FROM jsonb_array_elements("operations") WITH ORDINALITY AS each(o, n))
    WHERE "case_id" = "of_case";
  PERFORM set_config('fieldline.erasing', 'off', true);
END
$$;
REVOKE ALL ON FUNCTION "erase_branches"(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "erase_branches"(uuid) TO fieldline_app;

-- Calls from before they bore these.
UPDATE "contact_attempt" a SET "release_id" = w."release_id" FROM "wave" w WHERE w."id" = a."wave_id";
UPDATE "contact_attempt" SET "presumed" = true WHERE "disposition" = 'neverClosed';
