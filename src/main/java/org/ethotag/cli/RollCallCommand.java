package org.ethotag.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethotag.file.WholeFile;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.RollCallOrder.End;
import org.ethotag.flash.rollcall.RollCallRow;
import org.ethotag.flash.rollcall.RollCallState;
import org.ethotag.flash.rollcall.RollCallVisitor;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.workflow.tag.RollCallStep;
import org.ethotag.workflow.tag.RollCallWork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag roll-call}: a model image to every tag of a list, as they are plugged in. */
@picocli.CommandLine.Command(
        name = "roll-call",
        description = {
            "Flashes every tag of a list when it is plugged in, several at once, and leaves all others alone.",
            "Progress is kept beside the list: after a power loss the same command goes on.",
            "Exit codes: 0 every tag that was called is verified (with --watch: the whole list), "
                    + "1 a tag was refused, is not in the list, or none came, "
                    + "3 one failed and its old model runs, 4 the state of one is unknown."
        })
final class RollCallCommand extends Command {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The signed model image.")
    private Path image = Path.of("");

    @Option(
            names = "--list",
            required = true,
            paramLabel = "CSV",
            description = "The list, with the columns animal and tag, and image where a tag gets its own.")
    private Path list = Path.of("");

    @Option(
            names = "--ports",
            split = ",",
            paramLabel = "PORT",
            description = "Serve these ports only (default: all USB serial ports).")
    private List<Path> ports = List.of();

    @Option(names = "--once", description = "End when all that is plugged in has been served (default).")
    private boolean once;

    @Option(names = "--watch", description = "Go on until the whole list is verified, or Ctrl+C.")
    private boolean watch;

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Public key that must have signed the image (default: your own key).")
    private List<Path> trusted = List.of();

    @Option(names = "--allow-older", description = "Let a model replace one with a higher version.")
    private boolean allowOlder;

    @Option(names = "--result", paramLabel = "CSV", description = "Write the list with its results there.")
    private @Nullable Path result;

    private final Map<String, RollCallState> told = new HashMap<>();

    @Override
    public Integer call() {
        if (once && watch) {
            throw usage("--once and --watch exclude each other");
        }
        var end = watch ? End.WHEN_COMPLETE : End.WHEN_QUIET;
        var step = new RollCallStep(image, list, trusted, allowOlder, end);
        var bay = TagBay.serial(ports, !ports.isEmpty(), user().profiles(), clock());
        var board = new RollCallWork(user(), clock()).run(step, bay, this::tell, _ -> {}, monitor());
        if (result != null) {
            WholeFile.write(result, board.csv());
        }
        answer(document(board), words(board));
        return exitCode(board);
    }

    /** A line on standard error for every tag that comes to an end. */
    private synchronized void tell(RollCallBoard board) {
        for (RollCallRow row : board.rows()) {
            var before = told.put(row.entry().tag(), row.state());
            if (before != null && before != row.state()) {
                note("%s  %s  %s".formatted(row.entry().tag(), row.entry().animal(), word(row)));
            }
        }
    }

    private static String word(RollCallRow row) {
        String state = row.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return row.state().failed()
                ? state + ": " + row.result().what() + " " + row.result().next()
                : state;
    }

    private int exitCode(RollCallBoard board) {
        var counts = board.counts();
        if (counts.getOrDefault(RollCallState.UNKNOWN, 0) > 0) {
            return FlashOutcome.UNKNOWN.exitCode();
        }
        if (counts.getOrDefault(RollCallState.OLD_MODEL_RUNS, 0) > 0) {
            return FlashOutcome.OLD_MODEL_RUNS.exitCode();
        }
        boolean refused = counts.getOrDefault(RollCallState.REFUSED, 0) > 0
                || board.visitors().stream().anyMatch(visitor -> visitor.kind() != RollCallVisitor.Kind.ALREADY_DONE);
        boolean nobody = counts.getOrDefault(RollCallState.VERIFIED, 0) == 0;
        return refused || nobody || (watch && !board.complete()) ? PROBLEM : DONE;
    }

    private static String words(RollCallBoard board) {
        var table = new TextTable("tag", "animal", "state", "windows", "model", "problem");
        for (RollCallRow row : board.rows()) {
            table.row(
                    row.entry().tag(),
                    row.entry().animal(),
                    row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    String.valueOf(row.result().goldenWindows()),
                    row.result().model(),
                    row.result().what());
        }
        String others = board.visitors().stream()
                .map(visitor -> visitor.problem().lines() + System.lineSeparator())
                .collect(Collectors.joining());
        return table + others;
    }

    private static Map<String, Object> document(RollCallBoard board) {
        var document = new LinkedHashMap<String, Object>();
        document.put("complete", board.complete());
        var counts = new LinkedHashMap<String, Object>();
        board.counts().forEach((state, count) -> counts.put(state.name().toLowerCase(Locale.ROOT), count));
        document.put("counts", counts);
        document.put(
                "tags", board.rows().stream().map(RollCallCommand::document).toList());
        document.put(
                "others",
                board.visitors().stream().map(RollCallCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(RollCallRow row) {
        var document = new LinkedHashMap<String, Object>();
        document.put("tag", row.entry().tag());
        document.put("animal", row.entry().animal());
        document.put("state", row.state().name().toLowerCase(Locale.ROOT));
        document.put("modelId", row.result().model());
        document.put("goldenWindows", row.result().goldenWindows());
        document.put("battery", row.result().batteryPercent());
        document.put("firmware", row.result().firmware());
        document.put(
                "ended",
                row.result().ended().equals(Instant.EPOCH)
                        ? ""
                        : row.result().ended().toString());
        document.put("problem", row.result().what());
        document.put("next", row.result().next());
        return document;
    }

    private static Map<String, Object> document(RollCallVisitor visitor) {
        var document = new LinkedHashMap<String, Object>();
        document.put("port", visitor.place());
        document.put("tag", visitor.serial());
        document.put("kind", visitor.kind().name().toLowerCase(Locale.ROOT));
        document.put("problem", visitor.problem().what());
        document.put("next", visitor.problem().next());
        return document;
    }
}
