-- Schema 7: every step that changed the study, in order, with what it was asked for and what came of it.
CREATE TABLE steps (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT    NOT NULL, -- a word of formats/workflow-log.md
    began_at TEXT    NOT NULL,
    ended_at TEXT    NOT NULL, -- that of the beginning until it is over
    outcome  TEXT    NOT NULL CHECK (outcome IN ('begun', 'done', 'failed', 'stopped')),
    problem  TEXT    NOT NULL, -- what was wrong, or empty
    settings TEXT    NOT NULL, -- JSON: texts by name
    inputs   TEXT    NOT NULL, -- JSON: hashes and ids by name
    results  TEXT    NOT NULL  -- JSON: hashes and ids by name
);

-- A study that is older than its log begins with a row that says so.
INSERT INTO steps (kind, began_at, ended_at, outcome, problem, settings, inputs, results)
SELECT 'older', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'done', '', '{}', '{}', '{}'
FROM study;
