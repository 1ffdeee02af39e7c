-- Schema 4: tracks whose bouts may overlap, comments, tracks that were taken away and can come back.
ALTER TABLE tracks ADD COLUMN kind TEXT NOT NULL DEFAULT 'exclusive' CHECK (kind IN ('exclusive', 'overlapping'));
ALTER TABLE tracks ADD COLUMN removed_name TEXT; -- what it was called; NULL while it is there

DROP VIEW labels;

CREATE TABLE bouts_4 (
    track       INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    from_sample INTEGER NOT NULL CHECK (from_sample >= 0),
    to_sample   INTEGER NOT NULL CHECK (to_sample > from_sample),
    behaviour   TEXT NOT NULL REFERENCES behaviours (code),
    PRIMARY KEY (track, from_sample, behaviour)
) WITHOUT ROWID;
INSERT INTO bouts_4 SELECT track, from_sample, to_sample, behaviour FROM bouts;
DROP TABLE bouts;
ALTER TABLE bouts_4 RENAME TO bouts;

CREATE TABLE comments (
    track       INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    from_sample INTEGER NOT NULL CHECK (from_sample >= 0),
    to_sample   INTEGER NOT NULL CHECK (to_sample > from_sample),
    text        TEXT NOT NULL,
    PRIMARY KEY (track, from_sample, to_sample, text)
) WITHOUT ROWID;

CREATE INDEX label_edits_by_state ON label_edits (track, state, id);

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
JOIN behaviours e ON e.code = b.behaviour
WHERE t.removed_name IS NULL;
