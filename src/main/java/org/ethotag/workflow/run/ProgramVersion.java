package org.ethotag.workflow.run;

import java.util.Objects;

/** Which program made a result. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The version as the build wrote it into the program's archive. */
    public static String text() {
        var version = ProgramVersion.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "not packaged");
    }
}
