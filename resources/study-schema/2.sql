-- Schema 2: what the history of a tag tells beside the outcome.
ALTER TABLE flash_receipts ADD COLUMN person  TEXT    NOT NULL DEFAULT '';
ALTER TABLE flash_receipts ADD COLUMN battery INTEGER NOT NULL DEFAULT -1; -- percent, -1 where unknown
ALTER TABLE flash_receipts ADD COLUMN image   TEXT    NOT NULL DEFAULT '';
ALTER TABLE flash_receipts ADD COLUMN problem TEXT    NOT NULL DEFAULT '';
