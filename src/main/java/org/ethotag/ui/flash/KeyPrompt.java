package org.ethotag.ui.flash;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.image.Passphrase;
import org.ethotag.problem.ProblemException;

/** Asks for the passphrase of the signing key, once for each use; nothing of it is kept. FX thread only. */
public final class KeyPrompt {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Consumer<Passphrase> use;

    /** @param use takes the passphrase over and wipes it */
    KeyPrompt(Consumer<Passphrase> use) {
        this.use = use;
    }

    /** Whether a passphrase is asked for. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether a job failed only because nobody had been asked for the passphrase yet. */
    static boolean unasked(Throwable cause) {
        return cause instanceof ProblemException problem && problem.problem().code() == ExportProblem.KEY_LOCKED;
    }

    /** Asks if a job failed for want of the right passphrase, and no longer asks if it failed for another reason. */
    void askAfter(Throwable cause) {
        open.set(unasked(cause)
                || (cause instanceof ProblemException problem
                        && problem.problem().code() == ExportProblem.KEY_PASSPHRASE_WRONG));
    }

    /** Goes on with what was typed; the characters are taken over and wiped after use. */
    public void answer(char[] typed) {
        if (open.get() && typed.length > 0) {
            open.set(false);
            use.accept(Passphrase.of(typed));
        }
    }

    /** Asks no more. */
    public void cancel() {
        open.set(false);
    }
}
