-- Schema 6: what models said window by window about sessions they labelled, and what people decided about labels in doubt.
CREATE TABLE model_answers (
    session        TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    track          TEXT    NOT NULL,
    run            TEXT    NOT NULL,
    model          TEXT    NOT NULL,
    learnt         INTEGER NOT NULL CHECK (learnt IN (0, 1)), -- whether the model learnt from this animal
    raw_sha256     TEXT    NOT NULL,
    classes        TEXT    NOT NULL, -- JSON array of names
    length_samples INTEGER NOT NULL CHECK (length_samples > 0),
    windows        INTEGER NOT NULL CHECK (windows >= 0),
    starts         BLOB    NOT NULL, -- int64, big-endian, rising
    probabilities  BLOB    NOT NULL, -- uint16, big-endian, 65535 = 1, window by window, class by class
    made_at        TEXT    NOT NULL,
    PRIMARY KEY (session, track)
);

CREATE TABLE review_decisions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    list        TEXT    NOT NULL, -- the run that listed it
    session     TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    from_sample INTEGER NOT NULL CHECK (from_sample >= 0),
    to_sample   INTEGER NOT NULL CHECK (to_sample > from_sample),
    label       TEXT    NOT NULL,
    verdict     TEXT    NOT NULL CHECK (verdict IN ('accepted', 'corrected', 'skipped')),
    made_at     TEXT    NOT NULL
);

-- The video of a session: a log, the last row with state 'done' is the one that holds.
CREATE TABLE videos (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    session     TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    name        TEXT    NOT NULL, -- of the step, in the user's words
    path        TEXT    NOT NULL, -- relative to the study's folder or absolute; '' for no video
    bytes       INTEGER NOT NULL,
    head_sha256 TEXT    NOT NULL, -- of the first MiB
    anchors     TEXT    NOT NULL, -- JSON: [[nanoseconds since the first frame, time], ...]
    state       TEXT    NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
    made_at     TEXT    NOT NULL
);
CREATE INDEX videos_by_session ON videos (session, state, id);
