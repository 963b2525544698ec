-- A respondent may take an interview back: its values are erased, its operations stay as a list of what was done when.

-- The log refuses every change but this one.
CREATE FUNCTION "refuse_change_but_erasing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('fieldline.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% never change once written', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END
$$;
DROP TRIGGER "interview_operation_append_only" ON "interview_operation";
CREATE TRIGGER "interview_operation_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "interview_operation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_but_erasing"();

-- Nobody may update the log; whoever writes plain data may have a void interview erased, and nothing else.
CREATE FUNCTION "erase_interview"("erased" uuid) RETURNS void
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
END
$$;
REVOKE ALL ON FUNCTION "erase_interview"(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "erase_interview"(uuid) TO fieldline_app;
