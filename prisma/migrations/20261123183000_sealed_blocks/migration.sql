-- CreateTable
CREATE TABLE "journal_block" (
    "number" INTEGER NOT NULL,
    "log" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_to" BIGINT,
    "highest" BIGINT,
    "given" BIGINT,
    "interview_ids" UUID[],
    "seqs" BIGINT[],
    "row_digests" BYTEA NOT NULL,
    "value_digests" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "journal_block_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "interview_seal" (
    "interview_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "salt" BYTEA,

    CONSTRAINT "interview_seal_pkey" PRIMARY KEY ("interview_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "journal_block_previous_key" ON "journal_block"("previous");

-- What the schema language cannot say.

ALTER TABLE "journal_block" ALTER COLUMN "interview_ids" SET NOT NULL, ALTER COLUMN "seqs" SET NOT NULL;
ALTER TABLE "journal_block" ADD CONSTRAINT "journal_block_log_check" CHECK ("log" IN ('journal', 'operations'));
ALTER TABLE "journal_block" ADD CONSTRAINT "journal_block_number_check" CHECK ("number" > 0);
ALTER TABLE "journal_block" ADD CONSTRAINT "journal_block_rows_check" CHECK (
  octet_length("row_digests") = 32 * cardinality("seqs") AND octet_length("digest") = 32 AND octet_length("previous") = 32
);

-- A block never changes; only the owner of the tables seals, and only its function erases a salt.
CREATE TRIGGER "journal_block_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal_block" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
REVOKE INSERT, UPDATE, DELETE ON "journal_block" FROM fieldline_app;
REVOKE ALL ON "interview_seal" FROM fieldline_app;

-- With the values goes their salt, so that nobody can try out which values a digest was made of.
CREATE OR REPLACE FUNCTION "erase_interview"("erased" uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "interview" WHERE "id" = "erased" AND "status" = 'void') THEN
    RAISE EXCEPTION 'only a void interview is erased' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM set_config('fieldline.erasing', 'on', true);
  UPDATE "interview_operation"
    SET "body" = jsonb_build_object('id', "id", 'seq', "seq", 'at', "body" -> 'at', 'type', 'erased')
    WHERE "interview_id" = "erased";
  PERFORM set_config('fieldline.erasing', 'off', true);
  DELETE FROM "interview_result" WHERE "interview_id" = "erased";
  UPDATE "interview_seal" SET "salt" = NULL WHERE "interview_id" = "erased";
END
$$;
