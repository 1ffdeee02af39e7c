package org.ethotag.flash;

import java.util.Locale;

/** What can be asked of a tag: groups 0, 1 and 3 are Zephyr's, group 64 is ours ({@code tag-protocol.md}). */
public enum TagCommand {
    ECHO(0, 0, true),
    READ_CLOCK(0, 4, false),
    SET_CLOCK(0, 4, true),
    RESET(0, 5, true),
    PARAMETERS(0, 6, false),
    APPLICATION(0, 7, false),
    BOOTLOADER(0, 8, false),
    IMAGE_STATE(1, 0, false),
    SET_IMAGE_STATE(1, 0, true),
    UPLOAD(1, 1, true),
    SLOTS(1, 6, false),
    READ_SETTING(3, 0, false),
    WRITE_SETTING(3, 0, true),
    SAVE_SETTINGS(3, 3, true),
    IDENTITY(64, 0, false),
    IDENTIFY(64, 1, true),
    SELF_TEST_RESULT(64, 2, false),
    START_SELF_TEST(64, 2, true),
    LIVE(64, 3, false),
    LIVE_SAMPLES(64, 4, false),
    COUNTS(64, 5, false),
    FEED(64, 6, true);

    private final int group;
    private final int id;
    private final boolean writes;

    TagCommand(int group, int id, boolean writes) {
        this.group = group;
        this.id = id;
        this.writes = writes;
    }

    /** The management group, 0 to 65,535. */
    public int group() {
        return group;
    }

    /** The command inside its group, 0 to 255. */
    public int id() {
        return id;
    }

    /** The operation of its request. */
    public int operation() {
        return writes ? 2 : 0;
    }

    /** As problem texts and logs name it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
