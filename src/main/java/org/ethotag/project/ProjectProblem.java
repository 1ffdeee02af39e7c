package org.ethotag.project;

import org.ethotag.problem.ProblemCode;

/** What can go wrong with a study on disk. */
public enum ProjectProblem implements ProblemCode {
    /** {0} the folder. */
    NOT_A_STUDY,
    /** {0} the folder. */
    STUDY_EXISTS,
    /** {0} the folder, {1} the reason. */
    CANNOT_CREATE,
    /** {0} the folder, {1} the schema of the study, {2} the newest schema that this program knows. */
    NEWER_STUDY,
    /** {0} the folder. */
    OLDER_STUDY_READ_ONLY,
    /** {0} the folder. */
    OPEN_ELSEWHERE,
    /** {0} the folder. */
    FOLDER_READ_ONLY,
    /** {0} the folder. */
    DISK_FULL,
    /** {0} the folder, {1} the reason. */
    DAMAGED,
    /** {0} the folder, {1} the name of the link in it. */
    LINK_OUTSIDE,
    /** {0} the folder, {1} the reason. */
    STORAGE_FAILED,
    /** {0} the folder, {1} the reason. */
    BACKUP_FAILED,
    /** {0} the backup. */
    NOT_A_BACKUP,
    /** {0} the codes. */
    BEHAVIOUR_IN_USE,
    /** {0} the track. */
    TRACK_EXISTS,
    /** {0} the session's name. */
    SESSION_EXISTS,
    /** {0} the run, {1} the file. */
    RUN_FILE_MISSING,
    /** {0} the run, {1} the file. */
    RUN_FILE_CHANGED,
    /** {0} the run, {1} the reason. */
    RUN_UNREADABLE,
    /** {0} the file, {1} the reason. */
    ETHOGRAM_UNREADABLE,
    /** {0} the file, {1} the reason. */
    PRESET_UNREADABLE,
    /** {0} the kind of change, {1} what is wrong with it. */
    CHANGE_UNREADABLE
}
