package org.ethotag.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.ethotag.workflow.demo.Demo;
import org.ethotag.workflow.demo.DemoSettings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag demo}: every step, from the sample recordings to a verified virtual tag. */
@picocli.CommandLine.Command(
        name = "demo",
        description = "Takes the sample recordings through every step to a verified virtual tag, and keeps the study.")
final class DemoCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "Folder of the study to make.")
    private Path folder = Path.of("ethotag-demo");

    @Option(names = "--seed", defaultValue = "0", description = "Decides all that is random.")
    private long seed;

    @Override
    public Integer call() {
        var files = Installation.ofThisProgram().sampleFiles();
        var demo = new Demo(folder, files, DemoSettings.minutes(seed), user());
        var result = demo.run(new ConsoleCurves(this::note), monitor());
        var report = new ModelsReport(result.comparison());
        var document = new LinkedHashMap<String, Object>();
        document.put("study", folder.toString());
        document.put("models", report.document());
        document.put("receipt", ReceiptReport.document(result.receipt()));
        answer(document, report.table() + System.lineSeparator() + ReceiptReport.words(result.receipt()));
        return result.receipt().outcome().exitCode();
    }
}
