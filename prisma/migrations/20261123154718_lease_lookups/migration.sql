-- CreateIndex
CREATE INDEX "lease_case_idx" ON "lease"("case_id");

-- CreateIndex
CREATE INDEX "lease_user_idx" ON "lease"("user_id", "ended_at");
