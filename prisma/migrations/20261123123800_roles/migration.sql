-- What each role of a transaction may touch. The roles belong to the cluster and exist before migrations run.

-- Nobody but the roles named here has anything to seek in these schemas.
REVOKE ALL ON SCHEMA "contact" FROM PUBLIC;
GRANT USAGE ON SCHEMA "public" TO fieldline_app, fieldline_contact, fieldline_export;
GRANT USAGE ON SCHEMA "contact" TO fieldline_contact;

-- fieldline_app: everything but contacts; tables of later migrations too. What never changes is only added to.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "public" TO fieldline_app;
REVOKE UPDATE, DELETE ON "journal_entry", "interview_operation", "instrument_release", "call_rules_version" FROM fieldline_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA "public" TO fieldline_app, fieldline_contact, fieldline_export;
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO fieldline_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT USAGE ON SEQUENCES TO fieldline_app, fieldline_contact, fieldline_export;
REVOKE ALL ON "_prisma_migrations" FROM fieldline_app;

-- fieldline_contact: contacts, and the cases, numbers and leases around them. No answers, no passwords.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "contact" TO fieldline_contact;
GRANT SELECT, INSERT, UPDATE ON
  "phone_number", "sample_import", "sample_record", "record_number", "do_not_call_import",
  "case", "lease", "lease_number", "contact_attempt" TO fieldline_contact;
GRANT SELECT ON
  "study", "wave", "instrument_release", "call_rules_version", "user_language", "user_scope", "interview"
  TO fieldline_contact;
GRANT SELECT ("id", "name", "display_name", "roles", "interface_language", "disabled_at") ON "app_user" TO fieldline_contact;
GRANT SELECT ("id", "user_id", "created_at") ON "session" TO fieldline_contact;
GRANT SELECT, INSERT ON "journal_entry", "command_receipt" TO fieldline_contact;

-- fieldline_export: results for files that leave the house. No contacts, no passwords, no sessions.
GRANT SELECT ON
  "study", "wave", "instrument_release", "call_rules_version", "user_scope", "sample_record",
  "case", "contact_attempt", "interview", "interview_operation", "interview_result" TO fieldline_export;
GRANT SELECT ("id", "name", "display_name") ON "app_user" TO fieldline_export;
GRANT SELECT, INSERT ON "export", "export_file", "journal_entry", "command_receipt" TO fieldline_export;
