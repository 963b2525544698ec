-- AlterTable
ALTER TABLE "interview" ADD COLUMN     "unit" INTEGER,
ADD COLUMN     "units" INTEGER;

-- CreateTable
CREATE TABLE "news" (
    "id" BIGSERIAL NOT NULL,
    "stamp" BIGINT,
    "topic" TEXT NOT NULL,
    "wave_id" UUID,
    "country" TEXT,
    "user_id" UUID,
    "ids" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_head" (
    "one" INTEGER NOT NULL,
    "stamp" BIGINT NOT NULL,

    CONSTRAINT "news_head_pkey" PRIMARY KEY ("one")
);

-- CreateIndex
CREATE UNIQUE INDEX "news_stamp_key" ON "news"("stamp");

-- What the schema language cannot say.

INSERT INTO "news_head" ("one", "stamp") VALUES (1, 0);
ALTER TABLE "news_head" ADD CONSTRAINT "news_head_one_row" CHECK ("one" = 1);
-- What waits for its stamp.
CREATE INDEX "news_unstamped_idx" ON "news" ("id") WHERE "stamp" IS NULL;

-- Desks take cases and dial under the contact role; that they did is news. Nobody but the owner stamps or clears away.
GRANT INSERT ON "news" TO fieldline_contact;
REVOKE UPDATE, DELETE ON "news", "news_head" FROM fieldline_app;
GRANT SELECT ON "news_head" TO fieldline_contact, fieldline_export;
