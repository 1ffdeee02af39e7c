package org.ethotag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.Journal.OpenJob;
import org.ethotag.flash.Uf2Drive;
import org.ethotag.project.Project;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.tag.DriveWork;
import org.ethotag.workflow.tag.FlashWork;
import org.ethotag.workflow.tag.OpenFlashes;
import org.ethotag.workflow.tag.RecoveryWork;
import org.ethotag.workflow.tag.VirtualTags;
import org.jspecify.annotations.Nullable;
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
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "IMAGE",
            description = "The signed model image, or a UF2 file with --drive.")
    private Path image = Path.of("");

    @Option(names = "--port", description = "Serial port of the tag, by name or path.")
    private String port = "";

    @Option(
            names = "--serial",
            paramLabel = "NO",
            description = "Serial number of the tag, wherever it is plugged in; " + VirtualTags.SERIAL
                    + " is the virtual tag inside the program.")
    private String serial = "";

    @Option(
            names = "--study",
            paramLabel = "STUDY",
            description = "Folder of the study that keeps the receipt and has the flash in its log.")
    private @Nullable Path study;

    @Option(names = "--animal", paramLabel = "ID", description = "With --study: the animal that wears the tag.")
    private String animal = "";

    @Option(names = "--expect-serial", paramLabel = "NO", description = "Refuse any other tag at that port.")
    private String expectSerial = "";

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Public key that must have signed the image (default: your own key).")
    private List<Path> trusted = List.of();

    @Option(names = "--allow-older", description = "Let a model replace one with a higher version.")
    private boolean allowOlder;

    @Option(
            names = "--recover",
            description = "Bring back a tag that waits in serial recovery. There is no way back from what it writes.")
    private boolean recover;

    @Option(
            names = "--firmware",
            paramLabel = "FILE",
            description = "With --recover: the tag's own program, a signed image.")
    private List<Path> firmware = List.of();

    @Option(
            names = "--drive",
            arity = "0..1",
            fallbackValue = "*",
            paramLabel = "FOLDER",
            description = "Copy a UF2 file to the tag's drive: no signature is checked, and there is no way back.")
    private String drive = "";

    @Option(
            names = "--profile",
            defaultValue = "ear-nrf52840",
            description = "With --drive: the kind of tag, by its id or by a profile file (default: ${DEFAULT-VALUE}).")
    private String profile = "";

    @Option(names = "--resume", description = "Finish what was begun and did not end, instead of a new image.")
    private boolean resume;

    @Override
    public Integer call() {
        if (resume != image.toString().isEmpty()) {
            throw usage("name one image, or use --resume alone");
        }
        boolean toDrive = !drive.isEmpty();
        if ((port.isEmpty() ? 0 : 1) + (serial.isEmpty() ? 0 : 1) + (toDrive ? 1 : 0) != 1) {
            throw usage("name the tag by --port, by --serial or by --drive");
        }
        if (firmware.size() > 1 || (!recover && !firmware.isEmpty()) || (recover && (toDrive || resume))) {
            throw usage("--firmware takes one file and goes with --recover, which goes with an image and a port");
        }
        if (study == null && !animal.isEmpty()) {
            throw usage("--animal goes with --study");
        }
        if (study == null) {
            return flashed(_ -> {});
        }
        try (var project = Project.open(study)) {
            project.checkWritable(); // before anything is written to the tag
            var workflow = new Workflow(project);
            return flashed(receipt -> workflow.keep(receipt, animal));
        }
    }

    private int flashed(Consumer<FlashReceipt> keeper) {
        if (resume) {
            return finish(keeper);
        }
        var receipt = drive.isEmpty() ? flash() : copy();
        keeper.accept(receipt);
        return told(receipt);
    }

    private Place place() {
        if (port.isEmpty()) {
            return serial.equals(VirtualTags.SERIAL) ? new Place.Virtual() : new Place.Anywhere();
        }
        return new Place.Port(port);
    }

    private FlashReceipt flash() {
        var step = new FlashStep(image, place(), serial.isEmpty() ? expectSerial : serial, trusted, allowOlder);
        if (recover) {
            note("Recovery writes over whatever is there; keep the tag powered until it is done.");
            return new RecoveryWork(user(), clock()).run(step, firmware, monitor());
        }
        return new FlashWork(user(), clock()).run(step, monitor());
    }

    private FlashReceipt copy() {
        note("A UF2 file has no signature that the tag checks, and there is no way back to the old model.");
        var target = drive.equals("*") ? DriveWork.only() : new Uf2Drive(Path.of(drive));
        return DriveWork.run(image, target, user().profile(profile), monitor());
    }

    private int told(FlashReceipt receipt) {
        if (receipt.verified()) {
            answer(Map.of("receipt", ReceiptReport.document(receipt)), ReceiptReport.words(receipt));
        } else {
            note(ReceiptReport.words(receipt).stripTrailing());
            answer(Map.of("receipt", ReceiptReport.document(receipt)), "");
        }
        return receipt.outcome().exitCode();
    }

    /** The worst outcome is the exit code. */
    private int finish(Consumer<FlashReceipt> keeper) {
        var open = new OpenFlashes(user(), clock());
        var keys = OpenFlashes.trusted(user(), trusted);
        var wanted = serial.isEmpty() ? expectSerial : serial;
        var receipts = new ArrayList<FlashReceipt>();
        for (OpenJob job : open.jobs()) {
            if (wanted.isEmpty() || job.serial().equals(wanted)) {
                receipts.add(open.finish(job, place(), keys, monitor()));
            }
        }
        receipts.forEach(keeper);
        var words = new StringBuilder();
        receipts.forEach(receipt -> words.append(ReceiptReport.words(receipt)));
        answer(
                Map.of(
                        "receipts",
                        receipts.stream().map(ReceiptReport::document).toList()),
                receipts.isEmpty() ? "Nothing was left unfinished." : words.toString());
        return receipts.stream()
                .mapToInt(receipt -> receipt.outcome().exitCode())
                .max()
                .orElse(DONE);
    }
}
