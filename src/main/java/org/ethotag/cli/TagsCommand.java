package org.ethotag.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProbe;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;
import org.ethotag.flash.TagWatch.Changes;
import org.ethotag.project.Project;
import org.ethotag.study.Deployment;
import picocli.CommandLine.Option;

/** {@code ethotag tags}: which tags are plugged in, and what is wrong with those that cannot be asked. */
@picocli.CommandLine.Command(
        name = "tags",
        description = {
            "Asks every tag that is plugged in who it is; nothing is written to it.",
            "Ports that belong to no USB device are only named, for other machines may be at them: ask with --port."
        })
final class TagsCommand extends Command {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Option(
            names = "--watch",
            description = "Go on, with an answer for everything that is plugged in or out, until interrupted.")
    private boolean watch;

    @Option(
            names = "--port",
            paramLabel = "PATH",
            description = "Ask at this port too, by its name or path; may be given more than once.")
    private List<Path> named = List.of();

    @Option(names = "--study", paramLabel = "STUDY", description = "The study that knows which animal wears which tag.")
    private Optional<Path> study = Optional.empty();

    private final TagProbe probe = TagProbe.overSerial();
    private List<Deployment> deployments = List.of();

    /** What came of asking around. */
    private record Found(List<TagReport> tags, List<TagPort> notAsked, List<TagPort> gone) {}

    @Override
    public Integer call() {
        deployments = study.map(TagsCommand::deployments).orElse(List.of());
        var tags = TagWatch.ofThisComputer(named, user().profiles());
        var changes = tags.look();
        var first = found(changes, List.of());
        first.tags().addAll(absent(changes));
        tell(first, first.tags().isEmpty() && first.notAsked().isEmpty());
        var monitor = monitor();
        for (var driverless = changes.withoutDriver(); watch; driverless = changes.withoutDriver()) {
            monitor.checkCancelled();
            clock().pause(BETWEEN_LOOKS);
            changes = tags.look();
            var found = found(changes, driverless);
            if (!found.tags().isEmpty()
                    || !found.notAsked().isEmpty()
                    || !found.gone().isEmpty()) {
                tell(found, false);
            }
        }
        return DONE;
    }

    private static List<Deployment> deployments(Path folder) {
        try (var project = Project.open(folder)) {
            return List.copyOf(project.deployments());
        }
    }

    /** Asks at all new ports at once: a silent one costs seconds. */
    private Found found(Changes changes, List<TagSighting.Troubled> toldBefore) {
        var asked = changes.in().stream().filter(this::mayBeAsked).toList();
        var sightings = new ArrayList<TagSighting>(
                asked.parallelStream().map(probe::ask).toList());
        changes.withoutDriver().stream()
                .filter(troubled -> !toldBefore.contains(troubled))
                .forEach(sightings::add);
        var reports = new ArrayList<TagReport>();
        sightings.forEach(sighting -> reports.add(new TagReport(sighting, animal(TagReport.serial(sighting)))));
        var notAsked = changes.in().stream().filter(port -> !mayBeAsked(port)).toList();
        return new Found(reports, notAsked, changes.out());
    }

    /** Ports that the user named and that are not there; whoever watches waits for them. */
    private List<TagReport> absent(Changes changes) {
        var there = changes.present().stream().map(TagPort::path).toList();
        return named.stream()
                .map(Path::toString)
                .filter(path -> !watch && !there.contains(path))
                .map(path -> new TagReport(probe.ask(new TagPort(path, path, "", -1, -1)), ""))
                .toList();
    }

    private boolean mayBeAsked(TagPort port) {
        return port.usb() || named.contains(Path.of(port.path()));
    }

    private String animal(String serial) {
        var now = clock().now();
        return deployments.stream()
                .filter(worn -> !serial.isEmpty() && worn.tag().equals(serial))
                .filter(worn -> worn.lastsAt(now))
                .map(Deployment::animal)
                .findFirst()
                .orElse("");
    }

    private void tell(Found found, boolean nothing) {
        var document = new LinkedHashMap<String, Object>();
        document.put("tags", found.tags().stream().map(TagReport::document).toList());
        document.put("notAsked", places(found.notAsked()));
        if (watch) {
            document.put("gone", places(found.gone()));
        }
        answer(document, nothing ? TagWatch.nothingFound().lines() : words(found));
    }

    private static List<Map<String, Object>> places(List<TagPort> ports) {
        return ports.stream().map(TagReport::place).toList();
    }

    private static String words(Found found) {
        var words = new StringBuilder();
        var end = System.lineSeparator();
        found.gone().forEach(port -> words.append("Gone: ").append(port.path()).append(end));
        if (!found.tags().isEmpty()) {
            var table = new TextTable(TagReport.COLUMNS.toArray(String[]::new));
            found.tags().forEach(tag -> table.row(tag.row()));
            words.append(table);
        }
        found.tags().stream()
                .map(TagReport::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .forEach(trouble -> words.append(end).append(trouble).append(end));
        found.notAsked()
                .forEach(port -> words.append("Not asked: ")
                        .append(port.path())
                        .append("  ")
                        .append(port.description())
                        .append(end));
        return words.toString();
    }
}
