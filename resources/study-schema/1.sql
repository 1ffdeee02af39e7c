-- Schema 1 of study.ethotag. Described in src/site/markdown/formats/study.md.
PRAGMA application_id = 1163151439; -- "ETHO"

CREATE TABLE study (
    only    INTEGER PRIMARY KEY CHECK (only = 1),
    name    TEXT NOT NULL,
    made_at TEXT NOT NULL
);

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE animals (
    id      TEXT PRIMARY KEY,
    species TEXT NOT NULL,
    note    TEXT NOT NULL
);

CREATE TABLE tags (
    serial  TEXT PRIMARY KEY,
    profile TEXT NOT NULL
);

CREATE TABLE deployments (
    animal    TEXT NOT NULL REFERENCES animals (id),
    tag       TEXT NOT NULL REFERENCES tags (serial),
    from_time TEXT NOT NULL,
    to_time   TEXT, -- NULL while it lasts
    PRIMARY KEY (animal, tag, from_time)
);

CREATE TABLE sessions (
    position       INTEGER PRIMARY KEY AUTOINCREMENT,
    id             TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL,
    animal         TEXT NOT NULL REFERENCES animals (id),
    tag            TEXT NOT NULL, -- serial number, or empty
    start_time     TEXT NOT NULL,
    zone           TEXT NOT NULL,
    rate_hz        REAL NOT NULL CHECK (rate_hz > 0),
    length_samples INTEGER NOT NULL CHECK (length_samples >= 0),
    raw_sha256     TEXT NOT NULL
);

CREATE TABLE behaviours (
    code        TEXT PRIMARY KEY,
    position    INTEGER NOT NULL,
    name        TEXT NOT NULL,
    colour      TEXT NOT NULL,
    key         TEXT NOT NULL,
    description TEXT NOT NULL,
    exclusive   INTEGER NOT NULL CHECK (exclusive IN (0, 1))
);

CREATE TABLE tracks (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    UNIQUE (session, name)
);

CREATE TABLE bouts (
    track       INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    from_sample INTEGER NOT NULL CHECK (from_sample >= 0),
    to_sample   INTEGER NOT NULL CHECK (to_sample > from_sample),
    behaviour   TEXT NOT NULL REFERENCES behaviours (code),
    PRIMARY KEY (track, from_sample)
) WITHOUT ROWID;

CREATE TABLE label_edits (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    track   INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    made_at TEXT NOT NULL,
    edit    TEXT NOT NULL, -- JSON
    inverse TEXT NOT NULL, -- JSON
    state   TEXT NOT NULL CHECK (state IN ('base', 'done', 'undone', 'dropped'))
);
CREATE INDEX label_edits_by_session ON label_edits (session, state, id);
CREATE INDEX label_edits_by_track ON label_edits (track);

CREATE TABLE runs (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL,
    made_at TEXT NOT NULL,
    seed    INTEGER NOT NULL
);

CREATE TABLE run_facts (
    run    TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    aspect TEXT NOT NULL CHECK (aspect IN ('setting', 'input', 'version')),
    key    TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (run, aspect, key)
) WITHOUT ROWID;

CREATE TABLE run_files (
    run    TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    name   TEXT NOT NULL,
    bytes  INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (run, name)
) WITHOUT ROWID;

CREATE TABLE scores (
    run    TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    model  TEXT NOT NULL,
    metric TEXT NOT NULL,
    value  REAL, -- NULL where undefined
    PRIMARY KEY (run, model, metric)
) WITHOUT ROWID;

CREATE TABLE flash_receipts (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    tag            TEXT NOT NULL,
    animal         TEXT NOT NULL,
    model_id       TEXT NOT NULL,
    image_sha256   TEXT NOT NULL,
    outcome        TEXT NOT NULL,
    verified       INTEGER NOT NULL CHECK (verified IN (0, 1)),
    golden_windows INTEGER NOT NULL,
    made_at        TEXT NOT NULL,
    firmware       TEXT NOT NULL
);

-- What most questions need, in one place; seconds count from the first sample at the nominal rate.
CREATE VIEW labels AS
SELECT s.animal,
       s.id                       AS session,
       s.name                     AS session_name,
       t.name                     AS track,
       b.behaviour,
       e.name                     AS behaviour_name,
       b.from_sample,
       b.to_sample,
       b.from_sample / s.rate_hz  AS from_seconds,
       b.to_sample / s.rate_hz    AS to_seconds,
       (b.to_sample - b.from_sample) / s.rate_hz AS length_seconds
FROM bouts b
JOIN tracks t ON t.id = b.track
JOIN sessions s ON s.id = t.session
JOIN behaviours e ON e.code = b.behaviour;
