package org.ethotag.flash;

import org.ethotag.problem.ProblemCode;
import org.ethotag.problem.ProblemKind;

/** What can go wrong between the laptop and a tag. */
public enum FlashProblem implements ProblemCode {
    /** Port {0} is open in another program. */
    PORT_BUSY,
    /** Port {0} is open in program {1}. */
    PORT_BUSY_WITH,
    /** No right to open port {0}. */
    PORT_NO_RIGHTS,
    /** Port {0} belongs to group {1}, of which user {2} is no member. */
    PORT_NEEDS_GROUP,
    /** Port {0} belongs to group {1}; user {2} became a member after logging in. */
    PORT_NEEDS_LOGIN,
    /** Port {0} belongs to the administrator: a rule of the device manager is missing. */
    PORT_NEEDS_RULE,
    /** USB device {0} has no driver; its kernel module would be {1}. */
    DRIVER_MISSING,
    /** No port appeared. */
    NOTHING_PLUGGED_IN,
    /** Port {0} does not exist (any more). */
    PORT_GONE,
    /** Port {0} cannot be opened, error {1} of the system. */
    PORT_NOT_OPENED,
    /** The line {0} broke while in use. */
    LINE_LOST,
    /** No tag with serial {0} at any port. */
    TAG_NOT_FOUND,
    /** Nothing answers at {0}. */
    NO_ANSWER,
    /** The tag at {0} refused {1}: {2}. */
    TAG_REFUSED,
    /** The tag at {0} answered {1} with something senseless. */
    BAD_ANSWER,
    /** Expected tag {0}, found {1}. */
    WRONG_TAG,
    /** The tag at {0} is in its bootloader's recovery mode. */
    IN_RECOVERY,
    /** The tag at {0} is not in recovery. */
    NOT_IN_RECOVERY,
    /** The tag at {0} has no firmware either, and no file of one was given. */
    RECOVERY_NEEDS_FIRMWARE,
    /** The bootloader of tag {0} cannot go back to the old model: {1}. */
    NO_WAY_BACK,
    /** Somebody else uploads to the tag at {0}. */
    UPLOAD_TAKEN_OVER,
    /** The tag at {0} stored something else than was sent. */
    UPLOAD_MISMATCH,
    /** The tag at {0} restarted {1} times during the upload. */
    UPLOAD_RESTARTED,
    /** Image {0} is not signed by a trusted key. */
    SIGNATURE_NOT_TRUSTED,
    /** Image for hardware {0}, tag is {1}. */
    WRONG_HARDWARE,
    /** Image needs firmware {0}, tag has {1}. */
    FIRMWARE_TOO_OLD,
    /** Image has {0} bytes, the tag takes {1}. */
    IMAGE_TOO_LARGE,
    /** Tag {0} tries or is about to try another model. */
    TRIAL_UNDER_WAY,
    /** Battery of tag {0} at {1} percent, needs {2}. */
    BATTERY_LOW,
    /** Tag {0} is being flashed by another program. */
    TAG_IN_USE,
    /** Image {0} is older than what the tag has, {1}. */
    MODEL_OLDER,
    /** Tag {0} is of no profile's link mode. */
    LINK_MODE_NOT_OFFERED,
    /** The journal {0} cannot be written: {1}. */
    JOURNAL_UNWRITABLE,
    /** The journal {0} makes no sense at line {1}. */
    JOURNAL_DAMAGED,
    /** Tag {0} went away during the upload. */
    UPLOAD_INTERRUPTED(ProblemKind.OLD_MODEL_RUNS),
    /** Tag {0} did not accept the upload: {1}. */
    UPLOAD_FAILED(ProblemKind.OLD_MODEL_RUNS),
    /** The bootloader of tag {0} did not start the new model. */
    NOT_STARTED(ProblemKind.OLD_MODEL_RUNS),
    /** Tag {0}: new model passed {1} of {2} golden windows; reverted. */
    SELF_TEST_FAILED(ProblemKind.OLD_MODEL_RUNS),
    /** Tag {0} tried the new model and did not confirm it; reverted. */
    REVERTED(ProblemKind.OLD_MODEL_RUNS),
    /** Tag {0} did not come back after the restart. */
    TAG_LOST(ProblemKind.TAG_STATE_UNKNOWN),
    /** Tag {0} came back, but its answers do not fit the job: {1}. */
    STATE_UNCLEAR(ProblemKind.TAG_STATE_UNKNOWN),
    /** Tag {0} confirmed the model, but {1} of {2} golden windows differ from this computer's. */
    ANSWERS_DIFFER(ProblemKind.TAG_STATE_UNKNOWN),
    /** Recovery of the tag at {0} stopped midway: {1}. */
    RECOVERY_INTERRUPTED(ProblemKind.TAG_STATE_UNKNOWN),
    /** The tag at {0} is still in recovery after its restart. */
    RECOVERY_FAILED(ProblemKind.TAG_STATE_UNKNOWN),
    /** Drive {0} was filled only in part: {1}. */
    UF2_UNWRITABLE(ProblemKind.TAG_STATE_UNKNOWN),
    /** Drive {0} did not come back. */
    UF2_NOT_BACK(ProblemKind.TAG_STATE_UNKNOWN),
    /** Drive {0} gives back something else than was written. */
    UF2_DIFFERS(ProblemKind.TAG_STATE_UNKNOWN),
    /** No UF2 drive at {0}. */
    UF2_NO_DRIVE,
    /** More than one UF2 drive: {0}. */
    UF2_MANY_DRIVES,
    /** File {0} is for address {1} of family {2}, the profile {3} wants another. */
    UF2_OTHER_PLACE,
    /** Tag {0} runs model {1}, the file has {2}. */
    LIVE_OTHER_MODEL,
    /** Tag {0} takes no samples. */
    LIVE_NOT_OFFERED,
    /** Tag {0} answered {1} of {2} windows differently. */
    LIVE_DIFFERS,
    /** Profile {0} cannot be read: {1}. */
    PROFILE_UNREADABLE,
    /** Profile {0}, field {1} at line {3}, column {4}: {2}. */
    PROFILE_FIELD,
    /** No profile {0}; there are {1}. */
    PROFILE_UNKNOWN,
    /** No fault {0}; there are {1}. */
    FAULT_UNKNOWN,
    /** The emulated flash {0} is no such file: {1}. */
    FLASH_FILE_DAMAGED,
    /** The emulated tag needs the program {0}. */
    EMULATOR_MISSING,
    /** The program {0} failed: {1}. */
    EMULATOR_FAILED,
    /** The emulated processor cannot have fault {0}; it can have {1}. */
    FAULT_NOT_EMULATED,
    /** Emulated serial devices need Linux or macOS: {0}. */
    PSEUDO_TERMINAL_FAILED,
    /** Something is at {0} already. */
    LINK_PATH_TAKEN,
    /** A radio summary with {0}, not {1}. */
    BAD_SUMMARY;

    private final ProblemKind kind;

    FlashProblem() {
        this(ProblemKind.OUTSIDE_WORLD);
    }

    FlashProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
