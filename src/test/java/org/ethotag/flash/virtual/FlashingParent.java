package org.ethotag.flash.virtual;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.TagLine;
import org.ethotag.flash.virtual.FlashingChild.Request;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Starts a {@link FlashingChild} and gives it the bench's tag and clock, for as long as the test lets it live. */
final class FlashingParent {
    private final Path folder;
    private final FlashBench bench;
    private @Nullable TagLine line;

    /** @param folder the bench's, where the child keeps its journal too */
    FlashingParent(Path folder, FlashBench bench) {
        this.folder = folder;
        this.bench = bench;
    }

    /** What to do before a request is answered. */
    interface Watcher {
        /**
         * @param child what runs
         * @param number of the request, from 0
         * @param state last word of the journal, or empty if it has none
         */
        void asked(Process child, int number, String state) throws IOException, InterruptedException;

        /** Only looks on. @param seen gets the state at every request */
        static Watcher noting(List<String> seen) {
            return (_, _, state) -> seen.add(state);
        }

        /** Kills without warning. */
        static Watcher killingAt(int wanted) {
            return (child, number, _) -> {
                if (number == wanted) {
                    child.toHandle().destroyForcibly();
                    child.waitFor();
                }
            };
        }
    }

    /**
     * How the child ended.
     *
     * @param outcome of its receipt, or empty if it was killed
     * @param problems codes, comma between
     */
    record End(String outcome, String problems) {}

    /** @param prefix a command that runs the command after it, or nothing */
    End run(ModelImage image, List<String> prefix, Watcher watcher) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("model.img"), image.bytes());
        Path key = Files.writeString(folder.resolve("key.pem"), FlashBench.KEYS.publicPem());
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                FlashingChild.class.getName(),
                folder.resolve("journal").toString(),
                file.toString(),
                key.toString()));
        var child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = new DataInputStream(child.getInputStream());
                var out = new DataOutputStream(child.getOutputStream())) {
            for (int number = 0; ; number++) {
                var request = Request.values()[in.readByte()];
                if (request == Request.END) {
                    return new End(in.readUTF(), in.readUTF());
                }
                watcher.asked(child, number, state());
                if (!child.isAlive()) {
                    return new End("", "");
                }
                answer(request, in, out);
                out.flush();
            }
        } catch (EOFException ended) {
            throw new AssertionError("the child ended by itself", ended);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private void answer(Request request, DataInputStream in, DataOutputStream out) throws IOException {
        var clock = bench.tag().clock();
        switch (request) {
            case NANOS -> out.writeLong(clock.nanos());
            case NOW -> out.writeUTF(clock.now().toString());
            case PAUSE -> {
                clock.pause(Duration.ofNanos(in.readLong()));
                out.writeBoolean(true);
            }
            case PLUG -> out.writeBoolean(plug(in.readUTF()));
            case WRITE -> out.writeBoolean(write(in.readNBytes(in.readInt())));
            case READ -> read(in.readInt(), Duration.ofNanos(in.readLong()), out);
            case END -> throw new AssertionError("an end has no answer");
        }
    }

    private boolean plug(String serial) {
        try {
            line = bench.tag().connector().plug(serial);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    private TagLine line() {
        if (line == null) {
            throw new AssertionError("nothing is plugged in");
        }
        return line;
    }

    private boolean write(byte[] bytes) {
        try {
            line().write(bytes);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    private void read(int length, Duration atMost, DataOutputStream out) throws IOException {
        byte[] bytes = new byte[length];
        int count;
        try {
            count = line().read(bytes, atMost);
        } catch (ProblemException _) {
            count = -1;
        }
        out.writeInt(count);
        out.write(bytes, 0, Math.max(0, count));
    }

    /** As it is on disk, whether the job has ended or not. */
    private String state() throws IOException {
        Path journal = folder.resolve("journal");
        if (!Files.isDirectory(journal)) {
            return "";
        }
        try (var files = Files.list(journal)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(journal|ended)"))
                    .toList()) {
                var lines = Files.readString(file).strip();
                if (!lines.isEmpty()) {
                    return lines.substring(lines.lastIndexOf('\n') + 1).split(" ")[1];
                }
            }
        }
        return "";
    }
}
