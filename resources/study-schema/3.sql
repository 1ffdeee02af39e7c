-- Schema 3: what the tag itself said of its self-test.
ALTER TABLE flash_receipts ADD COLUMN self_test         TEXT    NOT NULL DEFAULT ''; -- passed, failed, running, none; '' where nobody kept it
ALTER TABLE flash_receipts ADD COLUMN self_test_passed  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE flash_receipts ADD COLUMN self_test_windows INTEGER NOT NULL DEFAULT 0;
