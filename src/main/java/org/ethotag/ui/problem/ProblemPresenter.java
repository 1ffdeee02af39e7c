package org.ethotag.ui.problem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.problem.ProblemException;

/**
 * Collects what went wrong until somebody has read it; the window shows the list above its page. Our own mistakes are
 * logged here, once. FX thread only.
 */
public final class ProblemPresenter implements Thread.UncaughtExceptionHandler {
    /** More than these nobody reads; the oldest go first. */
    private static final int MOST = 3;

    private final Logger log = System.getLogger(ProblemPresenter.class.getName());
    private final ObservableList<Throwable> causes = FXCollections.observableArrayList();
    private final ObservableList<Throwable> view = FXCollections.unmodifiableObservableList(causes);

    /** What has not been dismissed yet, oldest first; read-only. */
    public ObservableList<Throwable> causes() {
        return view;
    }

    /** Shows what went wrong. */
    public void show(Throwable cause) {
        if (!(cause instanceof ProblemException)) {
            log.log(Level.ERROR, "a mistake of ours", cause);
        }
        if (causes.size() == MOST) {
            causes.removeFirst();
        }
        causes.add(cause);
    }

    /** The user has read it. */
    public void dismiss(Throwable cause) {
        causes.remove(cause);
    }

    /** The last resort: what nobody else handled on the FX thread. */
    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        show(cause);
    }
}
