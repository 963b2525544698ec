-- What is settled for ever, and rows that nobody takes away.

-- A wave rings real people or nobody; which of the two is settled when it is made.
CREATE TRIGGER "wave_mode_settled"
  BEFORE UPDATE OF "mode" ON "wave" FOR EACH ROW WHEN (OLD."mode" IS DISTINCT FROM NEW."mode")
  EXECUTE FUNCTION "refuse_change"();

-- Who asked not to be rung stays on the list, with the date first given, and so does the number that is on it.
CREATE TRIGGER "phone_number_do_not_call_stays"
  BEFORE UPDATE OF "do_not_call_at" ON "phone_number" FOR EACH ROW
  WHEN (OLD."do_not_call_at" IS NOT NULL AND OLD."do_not_call_at" IS DISTINCT FROM NEW."do_not_call_at")
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "phone_number_do_not_call_kept"
  BEFORE DELETE ON "phone_number" FOR EACH ROW WHEN (OLD."do_not_call_at" IS NOT NULL)
  EXECUTE FUNCTION "refuse_change"();

-- What left the house stays as it left.
REVOKE UPDATE, DELETE ON "export", "export_file" FROM fieldline_app;
-- Every dial counts against the ceilings, every receipt answers a repetition, every interview can be looked up.
REVOKE DELETE ON "contact_attempt", "command_receipt", "interview", "interview_result" FROM fieldline_app;
