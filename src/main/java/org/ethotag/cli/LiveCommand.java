package org.ethotag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.LiveComparison.Window;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.tag.LiveWork;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag live}: the tag's classification beside this computer's, bit by bit. */
@picocli.CommandLine.Command(
        name = "live",
        description = {
            "Compares the tag's classification with this computer's on the same samples, bit by bit: one line per window.",
            "Exit codes: 0 all windows are equal, 1 one differs or the tag cannot be asked."
        })
final class LiveCommand extends Command {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "What the tag runs: its blob or its signed image.")
    private Path model = Path.of("");

    @Option(names = "--port", description = "Serial port of the tag, by name or path.")
    private String port = "";

    @Option(names = "--serial", paramLabel = "NO", description = "Serial number of the tag.")
    private String serial = "";

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Samples to send to the tag; without it, what its own sensor measures is compared.")
    private Path csv = Path.of("");

    @Option(names = "--stride", description = "Samples from one window to the next (default: the model's own).")
    private int stride;

    @Option(
            names = "--windows",
            defaultValue = "10",
            description = "Without --csv: how many windows (default: ${DEFAULT-VALUE}).")
    private long windows;

    @Mixin
    private RawFileOptions reading = new RawFileOptions();

    private final StringBuilder lines = new StringBuilder();
    private final List<Map<String, Object>> documents = new ArrayList<>();

    @Override
    public Integer call() {
        if (port.isEmpty() && serial.isEmpty()) {
            throw usage("name the tag by --port or by --serial");
        }
        if (stride < 0 || windows < 1) {
            throw usage("a stride is at least 1, and so is the number of windows");
        }
        var work = new LiveWork(model, port, serial);
        var result = csv.toString().isEmpty()
                ? work.sensor(windows, window -> take(window, work.classes()), monitor())
                : work.file(
                        csv, reading.settings("", "", ""), stride, window -> take(window, work.classes()), monitor());
        var document = new LinkedHashMap<String, Object>();
        document.put("tag", result.serial());
        document.put("modelId", result.modelId());
        document.put("compared", result.windows());
        document.put("different", result.different());
        document.put("windows", documents);
        answer(document, lines + "%d windows compared, %d differ".formatted(result.windows(), result.different()));
        if (result.different() > 0) {
            throw new ProblemException(
                    FlashProblem.LIVE_DIFFERS, result.serial(), result.different(), result.windows());
        }
        return DONE;
    }

    private void take(Window window, List<String> classes) {
        String label = window.tagClass() >= 0 && window.tagClass() < classes.size()
                ? classes.get(window.tagClass())
                : "class " + window.tagClass();
        String verdict = window.equal() ? "=" : "differs from " + window.here();
        lines.append("%d %s %s %s%n".formatted(window.from(), label, window.tag(), verdict));
        var document = new LinkedHashMap<String, Object>();
        document.put("from", window.from());
        document.put("class", label);
        document.put("tag", window.tag());
        document.put("here", window.here());
        document.put("equal", window.equal());
        documents.add(document);
    }
}
