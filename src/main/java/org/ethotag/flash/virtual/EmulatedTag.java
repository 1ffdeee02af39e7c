package org.ethotag.flash.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagClock;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The reference tag on an emulated processor: bootloader and firmware in C, the model in the tag's own runtime. Its
 * flash memory is a file of the same form as that of {@link VirtualTag}; power fails when the emulator is killed, or by
 * itself at a given flash operation. A restart ends the emulator, and the next look at the tag starts it again. Any
 * thread.
 */
public final class EmulatedTag implements PluggableTag {
    private static final String EMULATOR = "qemu-system-arm";
    private static final String CONSOLE = "console";
    private static final int MEMORY_BYTES = 16 << 20; // what the board has at its address
    private static final Duration LONGEST_START = Duration.ofSeconds(20);
    private static final Duration ATTENTION = Duration.ofMillis(2);

    private static final Pattern OPERATIONS = Pattern.compile("operations (\\d+)");

    /** Ends of the emulator that are part of a tag's life, as {@code board.h} names them. */
    private static final Set<Integer> ORDINARY_ENDS = Set.of(10, 11);

    private static final int LOW_BATTERY_PERCENT = 4;
    private static final Set<FaultKind> KNOWN_FAULTS =
            Set.of(FaultKind.POWER_CUT_AFTER_OPERATIONS, FaultKind.LOW_BATTERY, FaultKind.WRONG_HARDWARE);

    private final Path memory;
    private final Path program;
    private final Path folder;
    private final EmulatedCore core;
    private final VirtualTagSettings settings;
    private final String serial;
    private @Nullable EmulatedProcess emulator;
    private @Nullable EmulatedLine line;
    private long operations;
    private boolean torn;
    private int connection;

    private EmulatedTag(
            Path memory, Path program, Path folder, EmulatedCore core, VirtualTagSettings settings, String serial) {
        this.memory = memory;
        this.program = program;
        this.folder = folder;
        this.core = core;
        this.settings = settings;
        this.serial = serial;
    }

    /**
     * Makes the program if need be, and switches the tag on.
     *
     * @param memory its flash memory; a missing file is a factory-new tag
     * @param programs folder where compiled programs are kept
     * @param settings the first trusted key is compiled in
     * @throws ProblemException {@link FlashProblem#EMULATOR_MISSING} without compiler or emulator,
     *     {@link FlashProblem#FAULT_NOT_EMULATED} for a fault that only the Java form has
     */
    public static EmulatedTag open(Path memory, Path programs, EmulatedCore core, VirtualTagSettings settings) {
        for (Fault fault : settings.faults()) {
            if (!KNOWN_FAULTS.contains(fault.kind())) {
                throw new ProblemException(
                        FlashProblem.FAULT_NOT_EMULATED, fault.kind().word(), known());
            }
        }
        Path program = EmulatedProgram.build(core, settings.trustedKeys().getFirst(), programs);
        try {
            if (!Files.exists(memory)) {
                VirtualTag.manufacture(memory, settings);
            }
            String serial = extended(memory);
            Path folder = Files.createTempDirectory("tag"); // sockets want short paths
            folder.toFile().deleteOnExit();
            folder.resolve(CONSOLE).toFile().deleteOnExit();
            var tag = new EmulatedTag(memory, program, folder, core, settings, serial);
            tag.powerUp();
            return tag;
        } catch (IOException broken) {
            throw EmulatedProcess.failed(EMULATOR, broken.toString()).causedBy(broken);
        }
    }

    private static String known() {
        return KNOWN_FAULTS.stream()
                .map(kind -> kind.word() + (kind.numbered() ? ":N" : ""))
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** Gives the file the size that the board's memory has. @return the serial number in it */
    private static String extended(Path memory) throws IOException {
        try (var flash = FlashFile.open(memory, new Faults(List.of()));
                var file = FileChannel.open(memory, StandardOpenOption.WRITE)) {
            if (file.size() < MEMORY_BYTES) {
                file.write(ByteBuffer.allocate(1), MEMORY_BYTES - 1L);
            }
            return flash.label().serial();
        }
    }

    /** The same tag whose power fails in the middle of the operation rather than before it. */
    public synchronized EmulatedTag tearing() {
        torn = true;
        return this;
    }

    @Override
    public String serial() {
        return serial;
    }

    @Override
    public TagClock clock() {
        return TagClock.system();
    }

    @Override
    public Duration absence() {
        return Duration.ZERO;
    }

    @Override
    public Duration attention() {
        return ATTENTION;
    }

    @Override
    public synchronized Optional<Integer> plugIn() {
        if (emulator == null || !emulator.alive()) {
            ended();
            powerUp();
        }
        return Optional.of(++connection);
    }

    @Override
    public synchronized boolean connected(int number) {
        return number == connection && emulator != null && emulator.alive();
    }

    @Override
    public synchronized byte[] exchange(int number, byte[] bytes, Duration atMost) {
        if (number != connection || line == null) {
            return new byte[0];
        }
        if (bytes.length > 0) {
            line.write(bytes);
        }
        return line.read(atMost);
    }

    @Override
    public synchronized void powerCycle() {
        if (emulator != null) {
            emulator.close();
        }
    }

    /** Erases and writes of the flash memory since it was made here, as far as the tag could report them. */
    public synchronized long operations() {
        return operations;
    }

    private void powerUp() {
        Path socket = folder.resolve("line");
        try (var server = EmulatedLine.listen(socket)) {
            var started = EmulatedProcess.start(command(socket), folder, folder.resolve(CONSOLE));
            emulator = started;
            line = EmulatedLine.accept(server, started, LONGEST_START);
            Files.delete(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads what the tag said last. @throws ProblemException if it ended in a way that no tag does */
    private void ended() {
        if (line != null) {
            line.close();
        }
        if (emulator != null) {
            emulator.close();
            String said = emulator.text();
            var counted = OPERATIONS.matcher(said);
            if (counted.find()) {
                operations += Long.parseLong(counted.group(1));
            }
            boolean killed = emulator.status() >= 128; // by a signal
            if (!killed && !ORDINARY_ENDS.contains(emulator.status())) {
                throw EmulatedProcess.failed(EMULATOR, "status " + emulator.status() + " " + said);
            }
        }
    }

    private List<String> command(Path socket) {
        var arguments = new StringBuilder("enable=on,target=native,arg=tag");
        for (String fact : facts()) {
            arguments.append(",arg=").append(fact.replace(",", ",,"));
        }
        return List.of(
                EMULATOR,
                "-M",
                core.machine() + ",memory-backend=flash",
                "-object",
                "memory-backend-file,id=flash,size=" + MEMORY_BYTES + ",share=on,mem-path=" + escaped(memory),
                "-display",
                "none",
                "-monitor",
                "none",
                "-chardev",
                "socket,id=line,path=" + escaped(socket),
                "-serial",
                "chardev:line",
                "-kernel",
                program.toAbsolutePath().toString(),
                "-semihosting-config",
                arguments.toString());
    }

    /** A comma ends an option of the emulator unless it is doubled. */
    private static String escaped(Path path) {
        return path.toAbsolutePath().toString().replace(",", ",,");
    }

    private List<String> facts() {
        var facts = new ArrayList<String>();
        facts.add("hw=" + settings.hardware() + (has(FaultKind.WRONG_HARDWARE) ? "-other" : ""));
        facts.add("fw=" + settings.firmware());
        facts.add("battery=" + (has(FaultKind.LOW_BATTERY) ? LOW_BATTERY_PERCENT : settings.batteryPercent()));
        settings.faults().stream()
                .filter(fault -> fault.kind() == FaultKind.POWER_CUT_AFTER_OPERATIONS && fault.number() > operations)
                .findFirst()
                .ifPresent(fault -> facts.add("cut=" + (fault.number() - operations)));
        if (torn) {
            facts.add("torn");
        }
        return facts;
    }

    private boolean has(FaultKind kind) {
        return settings.faults().stream().anyMatch(fault -> fault.kind() == kind);
    }

    @Override
    public synchronized void close() {
        connection++;
        if (line != null) {
            line.close();
        }
        if (emulator != null) {
            emulator.close();
        }
        try {
            Files.deleteIfExists(folder.resolve(CONSOLE));
            Files.deleteIfExists(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
