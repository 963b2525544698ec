-- AlterTable
ALTER TABLE "case" ADD COLUMN     "avoid" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "for_user" UUID,
ADD COLUMN     "for_user_until" TIMESTAMPTZ(3),
ADD COLUMN     "held" TEXT,
ADD COLUMN     "needs_skill" TEXT,
ADD COLUMN     "next_number_id" UUID,
ADD COLUMN     "not_user" UUID,
ADD COLUMN     "tried" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "lease" ADD COLUMN     "reasons" JSONB;

-- CreateTable
CREATE TABLE "queue_entry" (
    "case_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "region" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "for_user" UUID,
    "for_user_until" TIMESTAMPTZ(3),
    "not_user" UUID,

    CONSTRAINT "queue_entry_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_tally" (
    "wave_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "avoid" SMALLINT NOT NULL,
    "needs_skill" TEXT NOT NULL,
    "held" TEXT NOT NULL,
    "due_minute" TIMESTAMPTZ(3) NOT NULL,
    "cases" INTEGER NOT NULL,

    CONSTRAINT "case_tally_pkey" PRIMARY KEY ("wave_id","country","region","language","state","rank","avoid","needs_skill","held","due_minute")
);

-- CreateTable
CREATE TABLE "case_tally_delta" (
    "id" BIGSERIAL NOT NULL,
    "wave_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "avoid" SMALLINT NOT NULL,
    "needs_skill" TEXT NOT NULL,
    "held" TEXT NOT NULL,
    "due_minute" TIMESTAMPTZ(3) NOT NULL,
    "cases" INTEGER NOT NULL,

    CONSTRAINT "case_tally_delta_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "queue_entry_lane_idx" ON "queue_entry"("wave_id", "country", "language", "rank", "region", "place");

-- CreateIndex
CREATE INDEX "queue_entry_until_idx" ON "queue_entry"("until_at");

-- CreateIndex
CREATE INDEX "case_tally_delta_wave_idx" ON "case_tally_delta"("wave_id");

-- What the schema language cannot say.

-- An interview to go on with and appointments move up: ranks are -4 pinned, -3 exact, -2 loose, -1 resume,
-- 0 conversion, 1 retry, 2 fresh.
UPDATE "case" SET "rank" = "rank" - 1 WHERE "rank" <= 0;

ALTER TABLE "case" ADD CONSTRAINT "case_rank_check" CHECK ("rank" BETWEEN -4 AND 2);
ALTER TABLE "case" ADD CONSTRAINT "case_avoid_check" CHECK ("avoid" BETWEEN 0 AND 4 AND "tried" BETWEEN 0 AND 15);
ALTER TABLE "case" ADD CONSTRAINT "case_held_check" CHECK ("held" IN ('checkNumber', 'supervisor', 'noNumber'));
ALTER TABLE "case" ADD CONSTRAINT "case_needs_skill_check" CHECK ("needs_skill" IN ('refusalConversion'));

-- What may be handed out: by its time, the one of a country and rank due longest; in turn, of a region; of fresh ones the
-- order of the draw.
DROP INDEX "case_next_idx";
CREATE INDEX "case_due_idx" ON "case" ("wave_id", "country", "rank", "due_at")
  WHERE "state" = 'open' AND "held" IS NULL AND "rank" < 0;
CREATE INDEX "case_turn_idx" ON "case" ("wave_id", "country", "region", "rank", "avoid", "due_at")
  WHERE "state" = 'open' AND "held" IS NULL AND "rank" BETWEEN 0 AND 1;
CREATE INDEX "case_fresh_idx" ON "case" ("wave_id", "country", "region", "draw")
  WHERE "state" = 'open' AND "held" IS NULL AND "rank" = 2;
-- Kept for, or from, one interviewer; looked at by a supervisor.
CREATE INDEX "case_for_user_idx" ON "case" ("wave_id", "for_user") WHERE "state" = 'open' AND "for_user" IS NOT NULL;
CREATE INDEX "case_not_user_idx" ON "case" ("wave_id", "not_user") WHERE "state" = 'open' AND "not_user" IS NOT NULL;
CREATE INDEX "case_held_idx" ON "case" ("wave_id", "held") WHERE "state" = 'open' AND "held" IS NOT NULL;

-- Every change of how a case stands is counted, and takes its entry out of the queue.
CREATE FUNCTION "tally_case"("c" "case", "by" int) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO "case_tally_delta" ("wave_id", "country", "region", "language", "state", "rank", "avoid",
    "needs_skill", "held", "due_minute", "cases")
  SELECT c."wave_id", c."country", c."region", t.*, "by" FROM (
    SELECT coalesce(c."language", ''), 'open', c."rank", c."avoid", coalesce(c."needs_skill", ''),
      coalesce(c."held", ''), date_trunc('minute', c."due_at" + interval '59.999 seconds')
    WHERE c."state" = 'open'
    UNION ALL
    SELECT '', c."state", 0, 0, '', '', to_timestamp(0) WHERE c."state" <> 'open'
  ) t
$$;

CREATE FUNCTION "case_changed"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "queue_entry" WHERE "case_id" = NEW."id";
  PERFORM "tally_case"(OLD, -1);
  PERFORM "tally_case"(NEW, 1);
  RETURN NULL;
END
$$;
CREATE TRIGGER "case_change_is_counted" AFTER UPDATE ON "case" FOR EACH ROW
  WHEN ((OLD."state", OLD."due_at", OLD."rank", OLD."avoid", OLD."language", OLD."needs_skill", OLD."held",
      OLD."not_user", OLD."for_user", OLD."for_user_until", OLD."tried", OLD."country", OLD."region", OLD."wave_id")
    IS DISTINCT FROM
      (NEW."state", NEW."due_at", NEW."rank", NEW."avoid", NEW."language", NEW."needs_skill", NEW."held",
      NEW."not_user", NEW."for_user", NEW."for_user_until", NEW."tried", NEW."country", NEW."region", NEW."wave_id"))
  EXECUTE FUNCTION "case_changed"();

CREATE FUNCTION "cases_added"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "case_tally_delta" ("wave_id", "country", "region", "language", "state", "rank", "avoid",
    "needs_skill", "held", "due_minute", "cases")
  SELECT "wave_id", "country", "region", coalesce("language", ''), 'open', "rank", "avoid",
    coalesce("needs_skill", ''), coalesce("held", ''),
    date_trunc('minute', "due_at" + interval '59.999 seconds') AS "minute", count(*)
  FROM "added" WHERE "state" = 'open' GROUP BY 1, 2, 3, 4, 6, 7, 8, 9, 10
  UNION ALL
  SELECT "wave_id", "country", "region", '', "state", 0, 0, '', '', to_timestamp(0), count(*)
  FROM "added" WHERE "state" <> 'open' GROUP BY 1, 2, 3, 5;
  RETURN NULL;
END
$$;
CREATE TRIGGER "case_addition_is_counted" AFTER INSERT ON "case"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "cases_added"();

-- The cases there are. As a test's recount: the same as the triggers would have made of them.
INSERT INTO "case_tally" ("wave_id", "country", "region", "language", "state", "rank", "avoid",
  "needs_skill", "held", "due_minute", "cases")
SELECT "wave_id", "country", "region", coalesce("language", ''), 'open', "rank", 0, '', '',
  date_trunc('minute', "due_at" + interval '59.999 seconds'), count(*)
FROM "case" WHERE "state" = 'open' GROUP BY 1, 2, 3, 4, 6, 10
UNION ALL
SELECT "wave_id", "country", "region", '', "state", 0, 0, '', '', to_timestamp(0), count(*)
FROM "case" WHERE "state" <> 'open' GROUP BY 1, 2, 3, 5;

REVOKE ALL ON FUNCTION "tally_case"("case", int), "case_changed"(), "cases_added"() FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON "queue_entry" TO fieldline_contact;
GRANT SELECT ON "case_tally", "case_tally_delta", "quota_cell" TO fieldline_contact;
