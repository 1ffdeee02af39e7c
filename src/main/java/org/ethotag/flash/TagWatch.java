package org.ethotag.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ethotag.flash.TagSighting.Trouble;
import org.ethotag.flash.TagSighting.Troubled;
import org.ethotag.problem.Problem;

/**
 * What was plugged in and out since the last look. The system tells of no change, so somebody looks every second, off the
 * window's thread: some drivers take long. A tag that restarted between two looks shows up as out and in, even at the
 * same port. One thread at a time.
 *
 * <p>How a page uses it, with one quiet job that repeats and one job per port:
 *
 * <pre>{@code
 * var watch = TagWatch.ofThisComputer(List.of(), TagProfiles.builtIn());
 * var probe = TagProbe.overSerial();
 * var changes = watch.look();                              // every second
 * changes.out().forEach(port -> rows.remove(port));
 * for (TagPort port : changes.in()) {                      // each in a job of its own
 *     if (port.usb()) { show(port, probe.ask(port)); } else { offer(port); }
 * }
 * changes.withoutDriver().forEach(troubled -> show(troubled));
 * }</pre>
 *
 * <p>Nothing at all after a tag was plugged in means a cable that only charges (or, on Windows, a missing driver):
 * {@link #nothingFound()} has the words.
 */
public final class TagWatch {
    private final Supplier<List<TagPort>> ports;
    private final Supplier<List<Troubled>> driverless;
    private Map<TagPort, Object> seen = Map.of();

    /**
     * What a look found.
     *
     * @param in ports that are new, or new again
     * @param out ports that are gone
     * @param present all that are there now
     * @param withoutDriver USB devices that look like tags or their bridges, of which no driver made a port (Linux only)
     */
    public record Changes(List<TagPort> in, List<TagPort> out, List<TagPort> present, List<Troubled> withoutDriver) {
        public Changes {
            in = List.copyOf(in);
            out = List.copyOf(out);
            present = List.copyOf(present);
            withoutDriver = List.copyOf(withoutDriver);
        }
    }

    TagWatch(Supplier<List<TagPort>> ports, Supplier<List<Troubled>> driverless) {
        this.ports = ports;
        this.driverless = driverless;
    }

    /**
     * @param named more ports by their paths, for example links to pseudo-terminals, which no system lists
     * @param kinds of tags, whose devices are told apart from others when they have no driver
     */
    public static TagWatch ofThisComputer(List<Path> named, TagProfiles kinds) {
        var usb = UsbDevices.ofThisComputer(kinds);
        return new TagWatch(
                () -> withNamed(TagPorts.list(), named),
                () -> usb.withoutDriver().stream().map(TagWatch::troubled).toList());
    }

    /** A port that the system lists already is one port, not two. */
    private static List<TagPort> withNamed(List<TagPort> listed, List<Path> named) {
        var known = listed.stream().map(TagPort::path).toList();
        var more = named.stream()
                .filter(path -> !known.contains(path.toString()) && Files.exists(path))
                .map(TagWatch::named);
        return Stream.concat(listed.stream(), more).toList();
    }

    private static TagPort named(Path path) {
        return new TagPort(path.toString(), path.getFileName().toString(), "", -1, -1);
    }

    private static Troubled troubled(UsbDevices.Device device) {
        var port = new TagPort("", device.name(), device.serial(), device.vendor(), device.product());
        var problem = Problem.of(FlashProblem.DRIVER_MISSING, device.name(), device.module());
        return new Troubled(port, Trouble.NO_DRIVER, problem);
    }

    /** Looks once; the first look finds everything new. */
    public Changes look() {
        var now = new LinkedHashMap<TagPort, Object>();
        ports.get().forEach(port -> now.put(port, birth(port)));
        var before = seen;
        seen = now;
        return new Changes(missing(now, before), missing(before, now), List.copyOf(now.keySet()), driverless.get());
    }

    /** What to say when a tag was plugged in and no port appears: why, and what to do on this system. */
    public static Problem nothingFound() {
        return Problem.of(FlashProblem.NOTHING_PLUGGED_IN);
    }

    /** What is in the first but not, or not the same any more, in the second. */
    private static List<TagPort> missing(Map<TagPort, Object> these, Map<TagPort, Object> those) {
        return these.keySet().stream()
                .filter(port -> !Objects.equals(these.get(port), those.get(port)))
                .toList();
    }

    /** Differs when a device came back at the same path: its file is another one. */
    private static Object birth(TagPort port) {
        try {
            var file = Path.of(port.path());
            var key = Files.readAttributes(file, "fileKey").get("fileKey");
            return key == null ? "" : key;
        } catch (IOException | IllegalArgumentException _) {
            return ""; // no file stands for the port, as on Windows
        }
    }
}
