package org.ethotag.flash;

import java.util.List;

/** The error numbers of the protocol and of its groups, in words ({@code mgmt_defines.h} and {@code img_mgmt.h} of Zephyr). */
final class SmpError {
    static final int NOT_SUPPORTED = 8;
    static final int NO_ENTRY = 5;
    static final int VERSION_TOO_OLD = 12;
    static final int VERSION_TOO_NEW = 13;

    private static final List<String> PROTOCOL = List.of(
            "no error",
            "unknown error",
            "out of memory",
            "invalid value",
            "timeout inside the tag",
            "no such entry",
            "not possible in this state",
            "message too large",
            "command not supported",
            "corrupt data",
            "busy",
            "access denied",
            "protocol version too old",
            "protocol version too new");

    private static final List<String> IMAGE = List.of(
            "no error",
            "unknown error",
            "flash configuration cannot be read",
            "no image in the slot",
            "image without trailer records",
            "invalid trailer record",
            "image with two hashes",
            "trailer record of the wrong size",
            "no image with this hash",
            "no free slot",
            "flash cannot be opened",
            "flash cannot be read",
            "flash cannot be written",
            "flash cannot be erased",
            "invalid slot",
            "out of memory",
            "flash context already set",
            "flash context not set",
            "no such flash area",
            "write not at a page border",
            "offset missing",
            "length missing",
            "image header invalid",
            "image magic wrong",
            "image hash wrong",
            "flash address wrong",
            "version unreadable",
            "running version is newer",
            "an image is pending already",
            "vector table invalid",
            "image too large for the slot",
            "more data than announced",
            "confirmation denied",
            "the active slot cannot be tested",
            "active slot unknown");

    /** Of the system's group ({@code os_mgmt.h}). */
    private static final List<String> SYSTEM = List.of(
            "no error",
            "unknown error",
            "invalid format",
            "the question has no answer",
            "its clock was never set",
            "its clock does not work",
            "answer invalid");

    /** Of the group of settings ({@code settings_mgmt.h}). */
    private static final List<String> SETTINGS = List.of(
            "no error",
            "unknown error",
            "name too long",
            "no such setting",
            "reading not supported",
            "no setting begins like this",
            "writing not supported",
            "deleting not supported",
            "saving not supported");

    private static final List<List<String>> GROUPS = List.of(SYSTEM, IMAGE, List.of(), SETTINGS);

    private SmpError() {}

    /** Whether an error only means that there is nothing of what was asked for. */
    static boolean noEntry(int group, int code) {
        return switch (group) {
            case -1 -> code == NO_ENTRY;
            case 0 -> code == 3 || code == 4;
            case 3 -> code == 3 || code == 5;
            default -> false;
        };
    }

    /** @param group -1 for the protocol itself */
    static String words(int group, int code) {
        List<String> texts = group < 0 ? PROTOCOL : group < GROUPS.size() ? GROUPS.get(group) : List.of();
        return code < texts.size() ? texts.get(code) : "error " + code + (group < 0 ? "" : " of group " + group);
    }
}
