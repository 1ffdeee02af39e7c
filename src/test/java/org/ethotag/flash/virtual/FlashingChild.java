package org.ethotag.flash.virtual;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.Journal;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLine;
import org.ethotag.flash.TagLink;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/**
 * A program that flashes one tag: its journal is its own, tag and clock are its parent's, at the far end of standard input
 * and output. It waits for an answer to every request, so that the parent can kill it at any of them.
 */
final class FlashingChild {
    private final DataInputStream in = new DataInputStream(System.in);
    private final DataOutputStream out = new DataOutputStream(System.out);

    /** What it asks of its parent. */
    enum Request {
        NANOS,
        NOW,
        PAUSE,
        PLUG,
        WRITE,
        READ,
        END
    }

    private FlashingChild() {}

    public static void main(String[] arguments) throws IOException {
        new FlashingChild().flash(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private void flash(Path journal, Path image, Path key) throws IOException {
        var connector = new Connector();
        var order = new FlashOrder(
                "model.img",
                Files.readAllBytes(image),
                List.of(ModelKeys.readPublic(key)),
                FlashBench.SERIAL,
                FlashRules.usual());
        var receipt =
                new FlashJob(order, connector, new Journal(journal, connector.clock())).run(JobMonitor.unwatched());
        out.writeByte(Request.END.ordinal());
        out.writeUTF(receipt.outcome().name());
        out.writeUTF(receipt.problems().stream()
                .map(problem -> problem.code().name())
                .collect(Collectors.joining(",")));
        out.flush();
    }

    /** Writes one request. */
    private interface Question {
        void write() throws IOException;
    }

    /** Reads its answer. */
    private interface Answer<T> {
        T read() throws IOException;
    }

    private <T> T ask(Request request, Question question, Answer<T> answer) {
        try {
            out.writeByte(request.ordinal());
            question.write();
            out.flush();
            return answer.read();
        } catch (IOException orphaned) {
            throw new UncheckedIOException(orphaned);
        }
    }

    private final class Connector implements TagConnector {
        private final TagClock clock = new Clock();

        @Override
        public TagLink connect(String serial, Duration within) {
            if (!ask(Request.PLUG, () -> out.writeUTF(serial), in::readBoolean)) {
                throw new ProblemException(FlashProblem.TAG_NOT_FOUND, serial);
            }
            return TagLink.open(new Line(clock), 0x11);
        }

        @Override
        public TagClock clock() {
            return clock;
        }
    }

    private final class Clock implements TagClock {
        @Override
        public long nanos() {
            return ask(Request.NANOS, () -> {}, in::readLong);
        }

        @Override
        public Instant now() {
            return Instant.parse(ask(Request.NOW, () -> {}, in::readUTF));
        }

        @Override
        public void pause(Duration length) {
            ask(Request.PAUSE, () -> out.writeLong(length.toNanos()), in::readBoolean);
        }
    }

    private final class Line implements TagLine {
        private final TagClock clock;

        Line(TagClock clock) {
            this.clock = clock;
        }

        @Override
        public String name() {
            return "pipe";
        }

        @Override
        public String portSerial() {
            return FlashBench.SERIAL;
        }

        @Override
        public TagClock clock() {
            return clock;
        }

        @Override
        public void write(byte[] bytes) {
            boolean there = ask(
                    Request.WRITE,
                    () -> {
                        out.writeInt(bytes.length);
                        out.write(bytes);
                    },
                    in::readBoolean);
            require(there);
        }

        @Override
        public int read(byte[] into, Duration atMost) {
            int length = ask(
                    Request.READ,
                    () -> {
                        out.writeInt(into.length);
                        out.writeLong(atMost.toNanos());
                    },
                    () -> {
                        int count = in.readInt();
                        in.readFully(into, 0, Math.max(0, count));
                        return count;
                    });
            require(length >= 0);
            return length;
        }

        private void require(boolean there) {
            if (!there) {
                throw new ProblemException(FlashProblem.LINE_LOST, name());
            }
        }

        @Override
        public void close() {
            // the parent drops the line when the next one is plugged
        }
    }
}
