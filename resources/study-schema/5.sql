-- Schema 5: how tags sit on their animals.
CREATE TABLE mountings (
    animal         TEXT NOT NULL REFERENCES animals (id),
    tag            TEXT NOT NULL, -- serial number, or empty
    from_time      TEXT NOT NULL, -- begin of the deployment, or empty where none is known
    yaw_degrees    REAL NOT NULL, -- what the tag feels, turned about x by roll, then y by pitch, then z by yaw,
    pitch_degrees  REAL NOT NULL, -- is in the frame that the herd shares
    roll_degrees   REAL NOT NULL,
    origin         TEXT NOT NULL CHECK (origin IN ('estimated', 'hand', 'file')),
    spread_degrees REAL NOT NULL, -- nine of ten resampled estimates lie within; 0 unless estimated
    misfit_degrees REAL NOT NULL, -- of the postures after the turn; 0 unless estimated
    set_at         TEXT NOT NULL,
    PRIMARY KEY (animal, tag, from_time)
) WITHOUT ROWID;
