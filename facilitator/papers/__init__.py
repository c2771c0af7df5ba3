"""Papers around a meeting and of a keten: invitation, script, the mail with the report, the start of a covenant."""
