package org.ethotag.project;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LoggedStep.Outcome;

/**
 * Every step that changed a study, in order. What a step does inside is part of it and not a step of its own. A small
 * change and its line are one transaction; long work has its line from the beginning, so that one that the program did not
 * survive can be seen, and is done in the same transaction as its last change. May be used by any thread.
 */
public final class StudyLog {
    /** Bound while a step is under way on this thread: its number, or {@link #WRITTEN_ELSEWHERE}. */
    private static final ScopedValue<Long> INSIDE = ScopedValue.newInstance();

    private static final long WRITTEN_ELSEWHERE = 0;

    private final Database database;
    private final Clock clock;
    private final boolean writer;

    StudyLog(Database database, Clock clock, boolean writer) {
        this.database = database;
        this.clock = clock;
        this.writer = writer;
    }

    /** All steps, the oldest first. */
    public List<LoggedStep> steps() {
        return after(0);
    }

    /** The steps after one, the oldest first. */
    public List<LoggedStep> after(long number) {
        return database.read(() -> database.all(
                "SELECT id, kind, began_at, ended_at, outcome, problem, settings, inputs, results FROM steps"
                        + " WHERE id > ? ORDER BY id",
                StudyLog::step,
                number));
    }

    private static LoggedStep step(Row row) throws SQLException {
        var began = Instant.parse(row.text(3));
        return new LoggedStep(
                row.number(1),
                StepKind.of(row.text(2)),
                began,
                Duration.between(began, Instant.parse(row.text(4))),
                Outcome.of(row.text(5)),
                row.text(6),
                JsonText.texts(row.text(7)),
                JsonText.texts(row.text(8)),
                JsonText.texts(row.text(9)));
    }

    /**
     * Does work as one step. In a study that can only be read the work is done and nothing is remembered.
     *
     * @param settings what is asked for, by name
     * @param inputs hashes and ids of what it works on, by name
     * @param results hashes and ids of what came of it, by name
     */
    public <T> T step(
            StepKind kind,
            Map<String, String> settings,
            Supplier<Map<String, String>> inputs,
            Supplier<T> work,
            Function<T, Map<String, String>> results) {
        if (!writer || INSIDE.isBound()) {
            return work.get();
        }
        long number = database.write(() -> insert(kind, Outcome.BEGUN, settings, inputs.get()));
        var outcome = Outcome.FAILED;
        var problem = "";
        try {
            T made = ScopedValue.where(INSIDE, number).call(work::get);
            var came = results.apply(made);
            database.write(() -> done(number, came));
            outcome = Outcome.DONE;
            return made;
        } catch (CancellationException stopped) {
            outcome = Outcome.STOPPED;
            throw stopped;
        } catch (ProblemException failure) {
            problem = failure.problem().what();
            throw failure;
        } finally {
            if (outcome != Outcome.DONE) {
                end(number, outcome, problem);
            }
        }
    }

    private int done(long number, Map<String, String> results) throws SQLException {
        return database.update(
                "UPDATE steps SET outcome = 'done', ended_at = ?, results = ? WHERE id = ?",
                clock.instant().toString(),
                JsonText.line(results),
                number);
    }

    /**
     * Makes the last change of the step that is under way on this thread, and says that the step is done: both or neither,
     * whatever happens to the program.
     *
     * @param results as the step itself will say them
     */
    public <T> T last(Supplier<T> change, Function<T, Map<String, String>> results) {
        return database.write(() -> {
            var made = change.get();
            long number = INSIDE.orElse(WRITTEN_ELSEWHERE);
            if (number != WRITTEN_ELSEWHERE) {
                done(number, results.apply(made));
            }
            return made;
        });
    }

    /** Remembers which run the step that is under way is about to keep, in case that the program does not live to list it. */
    void announce(String run) {
        long number = INSIDE.orElse(WRITTEN_ELSEWHERE);
        if (number != WRITTEN_ELSEWHERE) {
            database.write(() -> database.update(
                    "UPDATE steps SET results = ? WHERE id = ?", JsonText.line(Map.of("run", run)), number));
        }
    }

    /** Lists a run that a crash kept from being listed; the step that had announced it is done, or else it gets a line. */
    void adopt(RunManifest run, Runnable list, Supplier<Map<String, String>> results) {
        database.write(() -> {
            list.run();
            var announcing = database.one(
                    "SELECT id FROM steps WHERE outcome = 'begun' AND results = ?",
                    row -> row.number(1),
                    JsonText.line(Map.of("run", run.id())));
            return done(
                    announcing.isPresent()
                            ? announcing.get()
                            : insert(StepKind.RUN, Outcome.BEGUN, SavedRun.named(run), Map.of()),
                    results.get());
        });
    }

    /** A step that the program did not survive will not be taken up: from now on it was stopped by somebody's wish. */
    public void abandon(long number) {
        database.write(() -> database.update(
                "UPDATE steps SET outcome = 'stopped', ended_at = ?, results = '{}' WHERE id = ? AND outcome = 'begun'",
                clock.instant().toString(),
                number));
    }

    /** Steps that the program did not survive made nothing, whatever they had announced; none may be under way. */
    void sweep() {
        database.write(
                () -> database.update("UPDATE steps SET results = '{}' WHERE outcome = 'begun' AND results <> '{}'"));
    }

    private void end(long number, Outcome outcome, String problem) {
        database.write(() -> database.update(
                "UPDATE steps SET outcome = ?, ended_at = ?, problem = ?, results = '{}' WHERE id = ?",
                outcome.word(),
                clock.instant().toString(),
                problem,
                number));
    }

    /** Does work whose changes belong to a step that is written elsewhere. */
    <T> T inside(Supplier<T> work) {
        return ScopedValue.where(INSIDE, INSIDE.orElse(WRITTEN_ELSEWHERE)).call(work::get);
    }

    /** Makes a small change and remembers it, all or nothing. */
    <T> T change(StepKind kind, Map<String, String> settings, Supplier<T> work) {
        return database.write(() -> {
            var made = inside(work);
            note(kind, settings);
            return made;
        });
    }

    /** Remembers a small change that is on the disk already. */
    void noteNow(StepKind kind, Map<String, String> settings) {
        database.write(() -> {
            note(kind, settings);
            return kind;
        });
    }

    /** Remembers a small change; to be called inside its transaction. */
    void note(StepKind kind, Map<String, String> settings) throws SQLException {
        if (!INSIDE.isBound()) {
            insert(kind, Outcome.DONE, settings, Map.of());
        }
    }

    private long insert(StepKind kind, Outcome outcome, Map<String, String> settings, Map<String, String> inputs)
            throws SQLException {
        var now = clock.instant().toString();
        return database.insert(
                "INSERT INTO steps (kind, began_at, ended_at, outcome, problem, settings, inputs, results)"
                        + " VALUES (?, ?, ?, ?, '', ?, ?, '{}')",
                kind.word(),
                now,
                now,
                outcome.word(),
                JsonText.line(settings),
                JsonText.line(inputs));
    }
}
