package org.ethotag.flash.virtual;

/** The firmware says no to a request. Never leaves the tag. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int PROTOCOL = -1;

    private final int group;
    private final int code;
    private final int versionOneCode;

    private Refusal(int group, int code, int versionOneCode) {
        super("refused", null, false, false);
        this.group = group;
        this.code = code;
        this.versionOneCode = versionOneCode;
    }

    /** An error of the protocol itself, the same in both versions. */
    static Refusal protocol(int code) {
        return new Refusal(PROTOCOL, code, code);
    }

    /** An error of a group, which the first version of the protocol can only paraphrase. */
    static Refusal group(int group, int code, int versionOneCode) {
        return new Refusal(group, code, versionOneCode);
    }

    boolean ofProtocol() {
        return group == PROTOCOL;
    }

    int group() {
        return group;
    }

    int code() {
        return code;
    }

    int versionOneCode() {
        return versionOneCode;
    }
}
