package org.ethotag.workflow;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ethotag.job.JobMonitor;
import org.ethotag.language.Messages;
import org.ethotag.training.EngineCheck;

/** What of the program's surroundings works here, and what to do about the rest. */
public final class Doctor {
    /** Names that Linux gives to serial ports of tags and of adapters. */
    private static final String PORTS = "tty{ACM,USB}*";

    private static final int OLDEST_JAVA = 25;

    /** Room for the unpacked engine and some runs. */
    private static final long LEAST_FREE_BYTES = 2L << 30;

    private static final double GIGABYTE = 1e9;

    private final ResourceBundle texts = Messages.of("doctor");
    private final UserFolder user;
    private final Path devices;
    private final Predicate<Path> mayBeOpened;

    private Doctor(UserFolder user, Path devices, Predicate<Path> mayBeOpened) {
        this.user = user;
        this.devices = devices;
        this.mayBeOpened = mayBeOpened;
    }

    /**
     * One thing that was looked at.
     *
     * @param what its name
     * @param works whether it can be used
     * @param needed whether the program's own work needs it; the rest serves tests and exported code
     * @param state what was found
     * @param advice what to do if it does not work, else empty
     */
    public record Check(String what, boolean works, boolean needed, String state, String advice) {}

    /** Looks at everything; takes a few seconds the first time, because the engine is unpacked. */
    public static List<Check> examine() {
        return examine(UserFolder.ofThisUser(), JobMonitor.unwatched());
    }

    /** The same, for a user's folder, with progress. */
    public static List<Check> examine(UserFolder user, JobMonitor monitor) {
        return new Doctor(user, Path.of("/dev"), Files::isWritable).examine(monitor);
    }

    /** Looks at the serial ports in a folder of devices alone. */
    static Check ports(Path devices, Predicate<Path> mayBeOpened) {
        return new Doctor(new UserFolder(devices), devices, mayBeOpened).ports();
    }

    private List<Check> examine(JobMonitor monitor) {
        var steps = new LinkedHashMap<String, Supplier<Check>>();
        steps.put("java", this::java);
        steps.put("folder", this::folder);
        steps.put("ports", this::ports);
        steps.put("engine", this::engine);
        steps.put("gcc", () -> program("gcc", "gcc"));
        steps.put("arm", () -> program("arm", "arm-none-eabi-gcc"));
        steps.put("emulator", () -> program("emulator", "qemu-system-arm"));
        var checks = new ArrayList<Check>();
        for (Map.Entry<String, Supplier<Check>> step : steps.entrySet()) {
            monitor.checkCancelled();
            monitor.progress((double) checks.size() / steps.size(), name(step.getKey()));
            checks.add(step.getValue().get());
        }
        return List.copyOf(checks);
    }

    private Check java() {
        var version = String.valueOf(Runtime.version());
        return Runtime.version().feature() >= OLDEST_JAVA
                ? good("java", true, version)
                : bad("java", true, version, text("java.advice", OLDEST_JAVA));
    }

    /** Settings, keys and the tour's study go there. */
    private Check folder() {
        Path folder = user.folder();
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "doctor", null);
            Files.delete(probe);
            FileStore disk = Files.getFileStore(folder);
            double free = disk.getUsableSpace() / GIGABYTE;
            return disk.getUsableSpace() >= LEAST_FREE_BYTES
                    ? good("folder", true, text("folder.state", folder, free))
                    : bad("folder", true, text("folder.state", folder, free), text("folder.full"));
        } catch (IOException failure) {
            return bad("folder", true, text("folder.closed", folder), text("folder.advice"));
        }
    }

    private Check engine() {
        return switch (EngineCheck.run()) {
            case EngineCheck.Works(var version, var threads) ->
                good("engine", true, text("engine.state", version, threads));
            case EngineCheck.Missing(var problem) -> bad("engine", true, problem.what(), problem.next());
        };
    }

    private Check ports() {
        var present = new ArrayList<Path>();
        if (Files.isDirectory(devices)) {
            try (var found = Files.newDirectoryStream(devices, PORTS)) {
                found.forEach(present::add);
            } catch (IOException unreadable) {
                return bad("ports", true, text("ports.unreadable", devices), text("ports.advice"));
            }
        }
        var locked = present.stream()
                .filter(device -> !mayBeOpened.test(device))
                .map(device -> String.valueOf(device.getFileName()))
                .sorted()
                .toList();
        if (!locked.isEmpty()) {
            return bad("ports", true, text("ports.locked", String.join(", ", locked)), text("ports.advice"));
        }
        return good("ports", true, present.isEmpty() ? text("ports.none") : text("ports.state", present.size()));
    }

    private Check program(String id, String name) {
        var suffix = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? ".exe" : "";
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name + suffix))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> good(id, false, found.toString()))
                .orElseGet(() -> bad(id, false, text("missing", name), text(id + ".advice")));
    }

    private Check good(String id, boolean needed, String state) {
        return new Check(name(id), true, needed, state, "");
    }

    private Check bad(String id, boolean needed, String state, String advice) {
        return new Check(name(id), false, needed, state, advice);
    }

    private String name(String id) {
        return texts.getString(id);
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key)).format(arguments);
    }
}
