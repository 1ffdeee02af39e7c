package org.ethotag.project;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ethotag.problem.ProblemException;
import org.ethotag.review.ReviewDecision;
import org.ethotag.review.ReviewDecision.Verdict;
import org.ethotag.review.WindowAnswers;
import org.ethotag.review.WindowAnswers.Origin;
import org.ethotag.signal.SampleRange;

/** What models said window by window about sessions, and what people decided about labels in doubt. */
public final class StudyReviews {
    private final Path folder;
    private final ProjectStore store;
    private final Database database;
    private final StudyLog log;
    private final Clock clock;

    StudyReviews(Path folder, ProjectStore store, StudyLog log, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.log = log;
        this.database = store.database();
        this.clock = clock;
    }

    /** Keeps what a model said about a session, in the place of what another one said for the same track. */
    public void keep(String session, String track, WindowAnswers answers) {
        store.checkWritable();
        var starts = ByteBuffer.allocate(Math.multiplyExact(Long.BYTES, answers.size()));
        int classes = answers.classes().size();
        var probabilities = ByteBuffer.allocate(Math.multiplyExact(Character.BYTES * classes, answers.size()));
        for (int i = 0; i < answers.size(); i++) {
            starts.putLong(answers.range(i).from());
            for (int c = 0; c < classes; c++) {
                probabilities.putChar((char) answers.kept(i, c));
            }
        }
        var origin = answers.origin();
        database.write(() -> database.update(
                "INSERT OR REPLACE INTO model_answers (session, track, run, model, learnt, raw_sha256, classes,"
                        + " length_samples, windows, starts, probabilities, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                session,
                track,
                origin.run(),
                origin.model(),
                origin.learnt() ? 1 : 0,
                origin.rawSha256(),
                JsonText.list(answers.classes()),
                answers.lengthSamples(),
                answers.size(),
                starts.array(),
                probabilities.array(),
                clock.instant().toString()));
    }

    /**
     * What a model said for a track of a session; empty if people made it.
     *
     * @throws ProblemException if what is kept is damaged
     */
    public Optional<WindowAnswers> answers(String session, String track) {
        return database.read(() -> database.one(
                "SELECT a.run, a.model, a.learnt, a.raw_sha256, a.classes, a.length_samples, a.windows, a.starts,"
                        + " a.probabilities, s.raw_sha256, s.length_samples FROM model_answers a"
                        + " JOIN sessions s ON s.id = a.session WHERE a.session = ? AND a.track = ?",
                this::answers,
                session,
                track));
    }

    private WindowAnswers answers(Row row) throws SQLException {
        var classes = JsonText.strings(row.text(5));
        int windows = row.count(7);
        byte[] starts = row.bytes(8);
        byte[] probabilities = row.bytes(9);
        if (starts.length != (long) Long.BYTES * windows
                || probabilities.length != (long) Character.BYTES * windows * classes.size()) {
            throw damaged("answers of " + windows + " windows are not whole");
        }
        long[] from = new long[windows];
        ByteBuffer.wrap(starts).asLongBuffer().get(from);
        char[] sure = new char[windows * classes.size()];
        ByteBuffer.wrap(probabilities).asCharBuffer().get(sure);
        var answers = new WindowAnswers(origin(row), classes, row.count(6), from, sure);
        if (!row.text(4).equals(row.text(10))
                || (windows > 0 && answers.range(windows - 1).to() > row.number(11))) {
            throw damaged("answers belong to another recording");
        }
        return answers;
    }

    private ProblemException damaged(String reason) {
        return new ProblemException(ProjectProblem.DAMAGED, folder, reason);
    }

    private static Origin origin(Row row) throws SQLException {
        return new Origin(row.text(1), row.text(2), row.flag(3), row.text(4));
    }

    /** The tracks of all sessions for which a model's answers are kept. */
    public List<ModelTrack> modelTracks() {
        return database.read(() -> database.all(
                "SELECT a.run, a.model, a.learnt, a.raw_sha256, a.session, a.track, a.windows FROM model_answers a"
                        + " JOIN sessions s ON s.id = a.session JOIN tracks t ON t.session = a.session AND t.name = a.track"
                        + " ORDER BY s.position, a.track",
                row -> new ModelTrack(row.text(5), row.text(6), origin(row), row.count(7))));
    }

    /** What was decided about labels in doubt, the oldest first. */
    public List<ReviewDecision> decisions() {
        return database.read(() -> database.all(
                "SELECT list, session, from_sample, to_sample, label, verdict FROM review_decisions ORDER BY id",
                row -> new ReviewDecision(
                        row.text(1),
                        row.text(2),
                        new SampleRange(row.number(3), row.number(4)),
                        row.text(5),
                        Verdict.of(row.text(6)))));
    }

    /** Remembers a decision. */
    public void add(ReviewDecision decision) {
        store.checkWritable();
        log.change(StepKind.DECISION, ChangeText.of(decision), () -> insert(decision));
    }

    private int insert(ReviewDecision decision) {
        return database.write(() -> database.update(
                "INSERT INTO review_decisions (list, session, from_sample, to_sample, label, verdict, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                decision.list(),
                decision.session(),
                decision.range().from(),
                decision.range().to(),
                decision.label(),
                decision.verdict().word(),
                clock.instant().toString()));
    }

    /** Forgets the newest decision that equals this one, if there is one. */
    public void withdraw(ReviewDecision decision) {
        store.checkWritable();
        log.change(StepKind.WITHDRAW_DECISION, ChangeText.of(decision), () -> delete(decision));
    }

    private int delete(ReviewDecision decision) {
        return database.write(() -> database.update(
                "DELETE FROM review_decisions WHERE id = (SELECT max(id) FROM review_decisions WHERE list = ?"
                        + " AND session = ? AND from_sample = ? AND to_sample = ? AND label = ? AND verdict = ?)",
                decision.list(),
                decision.session(),
                decision.range().from(),
                decision.range().to(),
                decision.label(),
                decision.verdict().word()));
    }
}
