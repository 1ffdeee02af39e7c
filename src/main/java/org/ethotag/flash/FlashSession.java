package org.ethotag.flash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One tag over all the lines that a job needs to it: every opening reads the identity and refuses another tag. One
 * thread.
 */
final class FlashSession implements AutoCloseable {
    /** How long a tag may take to come back (tag-link, section 3). */
    static final Duration RETURN = Duration.ofSeconds(20);

    private static final int ATTEMPTS = 3;
    private static final Duration FIND = Duration.ofSeconds(5);
    /** A restart follows its answer after a quarter of a second; before that the old line still seems alive. */
    private static final Duration RESTART_BEGINS = Duration.ofSeconds(1);

    private static final Set<FlashProblem> LOST = Collections.unmodifiableSet(EnumSet.of(
            FlashProblem.LINE_LOST,
            FlashProblem.NO_ANSWER,
            FlashProblem.PORT_GONE,
            FlashProblem.PORT_BUSY,
            FlashProblem.PORT_BUSY_WITH,
            FlashProblem.PORT_NO_RIGHTS,
            FlashProblem.PORT_NEEDS_GROUP,
            FlashProblem.PORT_NEEDS_LOGIN,
            FlashProblem.PORT_NEEDS_RULE,
            FlashProblem.PORT_NOT_OPENED,
            FlashProblem.TAG_NOT_FOUND));

    private final TagConnector connector;
    private @Nullable TagLink link;
    private String serial;
    private Optional<TagIdentity> identity = Optional.empty();
    private SelfTest selfTest = SelfTest.none();
    private LineQuality quality = LineQuality.perfect();

    /** @param serial of the tag, or empty for whichever is there */
    FlashSession(TagConnector connector, String serial) {
        this.connector = connector;
        this.serial = serial;
        open(FIND);
        this.serial = identity.map(TagIdentity::serial).orElseGet(() -> link().portSerial());
    }

    TagLink link() {
        if (link == null) {
            throw new IllegalStateException("no line is open");
        }
        return link;
    }

    /** Of the tag; empty if neither it nor its port tells. */
    String serial() {
        return serial;
    }

    /** As read at the last opening; empty if the firmware has none of our commands. */
    Optional<TagIdentity> identity() {
        return identity;
    }

    TagClock clock() {
        return connector.clock();
    }

    /** Sets the tag's time of day to this computer's; a tag that will not have it is no worse a tag. @return false then */
    boolean setClock() {
        try {
            return link().setTime(clock().now());
        } catch (ProblemException refused) {
            if (refused.problem().code() == FlashProblem.TAG_REFUSED) {
                return false;
            }
            throw refused;
        }
    }

    /** How the running model's self-test stands; empty if the tag cannot say. */
    Optional<SelfTest> selfTest() {
        return remembered(link().selfTest());
    }

    /** Has the tag begin its self-test; empty if it has none. */
    Optional<SelfTest> startSelfTest() {
        return remembered(link().startSelfTest());
    }

    private Optional<SelfTest> remembered(Optional<SelfTest> told) {
        selfTest = told.orElse(selfTest);
        return told;
    }

    /** What the tag said last of its self-test. */
    SelfTest lastSelfTest() {
        return selfTest;
    }

    /** What other jobs must keep off. */
    String lockName() {
        return serial.isEmpty() ? link().name() : serial;
    }

    LineQuality quality() {
        return link == null ? quality : quality.plus(link.quality());
    }

    List<FlashCheck> unchecked() {
        if (identity.isPresent()) {
            var unchecked = new ArrayList<FlashCheck>();
            if (identity.get().batteryPercent() < 0) {
                unchecked.add(FlashCheck.BATTERY);
            }
            return unchecked;
        }
        var unchecked = new ArrayList<>(
                List.of(FlashCheck.HARDWARE, FlashCheck.BATTERY, FlashCheck.MODEL_ID, FlashCheck.GOLDEN_WINDOWS));
        if (serial.isEmpty()) {
            unchecked.add(FlashCheck.SERIAL);
        }
        return unchecked;
    }

    /** Opens a new line to the same tag. @return false if it does not come back in time */
    boolean reopen() {
        close();
        try {
            open(RETURN);
            return true;
        } catch (ProblemException absent) {
            if (lost(absent) || absent.problem().code() == FlashProblem.WRONG_TAG) {
                return false;
            }
            throw absent;
        }
    }

    /** Restarts the tag and opens a new line. */
    Restart restart() {
        boolean asked = askForRestart();
        close();
        clock().pause(RESTART_BEGINS);
        return !reopen() ? Restart.ABSENT : asked ? Restart.DONE : Restart.UNSURE;
    }

    /** What came of asking for a restart. */
    enum Restart {
        /** It said yes and is back. */
        DONE,
        /** It is there, but its answer was lost: it may never have heard the question. */
        UNSURE,
        /** It did not come back in time. */
        ABSENT
    }

    private boolean askForRestart() {
        try {
            return link().reset();
        } catch (ProblemException gone) {
            if (lost(gone)) {
                return false; // it may have restarted before its answer was out
            }
            throw gone;
        }
    }

    /** What the slots hold. Reading only: a broken line costs nothing but another try. */
    List<ImageSlot> imageState() {
        return patiently(() -> link().imageState());
    }

    /** Reads something, on a new line if the old one breaks. */
    <T> T patiently(Supplier<T> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.get();
            } catch (ProblemException problem) {
                if (!lost(problem) || attempt == ATTEMPTS || !reopen()) {
                    throw problem;
                }
            }
        }
    }

    /** After a problem of the line the tag must come back; any other problem is thrown again. */
    void requireReturn(ProblemException problem) {
        if (!lost(problem)) {
            throw problem;
        }
        if (!reopen()) {
            throw new ProblemException(FlashProblem.TAG_LOST, serial).causedBy(problem);
        }
    }

    /** Whether a problem means that the line or the tag is gone, rather than unwilling. */
    static boolean lost(ProblemException problem) {
        return problem.problem().code() instanceof FlashProblem code && LOST.contains(code);
    }

    /** A line that breaks while the identity is read is opened again: nothing was said yet that matters. */
    private void open(Duration within) {
        for (int attempt = 1; ; attempt++) {
            link = connector.connect(serial, within);
            try {
                requireIdentity();
                return;
            } catch (ProblemException broken) {
                close();
                if (!lost(broken) || attempt == ATTEMPTS) {
                    throw broken;
                }
            }
        }
    }

    private void requireIdentity() {
        identity = link().identity();
        String found = identity.map(TagIdentity::serial).orElse(link().portSerial());
        if (!serial.isEmpty() && !found.isEmpty() && !found.equals(serial)) {
            throw new ProblemException(FlashProblem.WRONG_TAG, serial, found);
        }
    }

    @Override
    public void close() {
        if (link != null) {
            quality = quality.plus(link.quality());
            link.close();
            link = null;
        }
    }
}
