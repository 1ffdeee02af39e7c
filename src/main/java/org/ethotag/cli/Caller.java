package org.ethotag.cli;

import java.util.function.BooleanSupplier;
import org.ethotag.flash.TagClock;
import org.ethotag.workflow.UserFolder;

/**
 * Who runs a command.
 *
 * @param user whose keys, journals and virtual tags it uses
 * @param stopped whether they asked it to stop; asked often, from any thread
 * @param clock by which tags are waited for
 */
public record Caller(UserFolder user, BooleanSupplier stopped, TagClock clock) {
    /** With the computer's own clock. */
    public Caller(UserFolder user, BooleanSupplier stopped) {
        this(user, stopped, TagClock.system());
    }

    /** Whoever runs the program, with nothing that stops a command but an interrupt of its thread. */
    public static Caller thisUser() {
        return new Caller(UserFolder.ofThisUser(), () -> Thread.currentThread().isInterrupted());
    }
}
