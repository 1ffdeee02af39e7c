package org.ethotag.flash;

import java.util.Map;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How far one job is, on disk before each act once it has a journal, and here. One thread. */
final class FlashLog {
    private final Journal journal;
    private FlashState reached;
    private @Nullable JournalFile file;

    /** @param reached by an earlier run, or {@link FlashState#FOUND} */
    FlashLog(Journal journal, FlashState reached) {
        this.journal = journal;
        this.reached = reached;
    }

    /** From here on a killed program can finish the job. */
    void open(JournalFile opened, FlashOrder order, String imageSha256) {
        file = opened;
        journal.keep(imageSha256, order.image());
    }

    /** The tag said who it is: earlier jobs for it are over. */
    void identified(String serial, String modelBefore) {
        write(FlashState.IDENTIFIED, Map.of(JournalFile.SERIAL, serial, JournalFile.MODEL_BEFORE, modelBefore));
        if (file != null) {
            journal.supersede(serial, file.path());
        }
    }

    /** The farthest state that was begun; how the job ended is its outcome. */
    FlashState reached() {
        return reached;
    }

    void write(FlashState next) {
        write(next, Map.of());
    }

    /** @throws ProblemException {@link FlashProblem#JOURNAL_UNWRITABLE} */
    void write(FlashState next, Map<String, String> facts) {
        if (file != null) {
            file.write(next, facts);
        }
        if (!next.ended() && next.compareTo(reached) > 0) {
            reached = next;
        }
    }

    /** Ends the journal of a job that proved itself. */
    void confirmed() {
        write(FlashState.CONFIRMED);
        journal.tidy();
    }

    /**
     * Ends the journal, unless the tag only went away and the job can go on when it returns.
     *
     * @param resumed whether the job had been begun by an earlier run
     */
    void close(ProblemException problem, boolean resumed) {
        var code = problem.problem().code();
        boolean goesOn = (resumed && FlashSession.lost(problem))
                || code == FlashProblem.UPLOAD_INTERRUPTED
                || code == FlashProblem.TAG_LOST
                || (code == FlashProblem.JOURNAL_UNWRITABLE && reached != FlashState.FOUND);
        if (!goesOn) {
            boolean reverted = code == FlashProblem.REVERTED
                    || code == FlashProblem.SELF_TEST_FAILED
                    || code == FlashProblem.NOT_STARTED;
            write(reverted ? FlashState.REVERTED : FlashState.FAILED, Map.of(JournalFile.REASON, code.name()));
            journal.tidy();
        }
    }
}
