package org.ethotag.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.FlashWork;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag flash}: a model image to a tag. */
@picocli.CommandLine.Command(
        name = "flash",
        description = {
            "Brings a signed model image to a tag, which keeps it only after it has proved itself.",
            "Exit codes: 0 verified, 1 refused before anything was written, 3 failed and the old model runs, "
                    + "4 the state of the tag is unknown."
        })
final class FlashCommand extends Command {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The signed model image.")
    private Path image = Path.of("");

    @Option(names = "--port", description = "Serial port of the tag, by name or path.")
    private String port = "";

    @Option(names = "--serial", paramLabel = "NO", description = "Serial number of the tag, wherever it is plugged in.")
    private String serial = "";

    @Option(names = "--expect-serial", paramLabel = "NO", description = "Refuse any other tag at that port.")
    private String expectSerial = "";

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Public key that must have signed the image (default: your own key).")
    private List<Path> trusted = List.of();

    @Option(names = "--allow-older", description = "Let a model replace one with a higher version.")
    private boolean allowOlder;

    @Override
    public Integer call() {
        if (port.isEmpty() == serial.isEmpty()) {
            throw usage("name the tag by --port or by --serial");
        }
        var place = port.isEmpty() ? new Place.Anywhere() : new Place.Port(port);
        var expected = serial.isEmpty() ? expectSerial : serial;
        var receipt = new FlashWork(user()).run(new FlashStep(image, place, expected, trusted, allowOlder), monitor());
        if (receipt.verified()) {
            answer(Map.of("receipt", ReceiptReport.document(receipt)), ReceiptReport.words(receipt));
        } else {
            note(ReceiptReport.words(receipt).stripTrailing());
            answer(Map.of("receipt", ReceiptReport.document(receipt)), "");
        }
        return receipt.outcome().exitCode();
    }
}
