package org.ethotag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethotag.export.image.ImageDescription;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag verify}: what an image says, and whether it may be believed. */
@picocli.CommandLine.Command(
        name = "verify",
        description = {
            "Shows header and records of a model image and checks digest, key, signature, hardware and content.",
            "Exit codes: 0 everything holds, 1 something does not."
        })
final class VerifyCommand extends Command {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "PUB",
            description = "Public key, PEM, that must have signed it (default: your own key).")
    private List<Path> keys = List.of();

    @Option(names = "--hardware", paramLabel = "ID", description = "Hardware id that it must be for.")
    private String hardware = "";

    @Override
    public Integer call() {
        var trusted = keys.isEmpty()
                ? List.of(user().publicKey())
                : keys.stream().map(ModelKeys::readPublic).toList();
        var image = ModelImage.parse(InputFile.bytes(file));
        var problems = new ArrayList<Problem>();
        if (trusted.stream().noneMatch(key -> problem(() -> image.verify(key)).isEmpty())) {
            problems.addAll(problem(() -> image.verify(trusted.getFirst())));
        }
        if (!hardware.isEmpty()) {
            problems.addAll(problem(() -> image.verifyHardware(hardware)));
        }
        if (problems.isEmpty() && image.modelId().isPresent()) {
            problems.addAll(problem(image::payload));
        }
        var said = image.description();
        if (problems.isEmpty()) {
            answer(document(image, said, problems), words(image, said) + "Verdict: valid.");
            return DONE;
        }
        String verdict = problems.stream().map(Problem::lines).collect(Collectors.joining(System.lineSeparator()));
        answer(document(image, said, problems), words(image, said) + "Verdict: NOT valid.");
        note(verdict);
        return PROBLEM;
    }

    /** One problem or none. */
    private static List<Problem> problem(Runnable check) {
        try {
            check.run();
            return List.of();
        } catch (ProblemException found) {
            return List.of(found.problem());
        }
    }

    private Map<String, Object> document(ModelImage image, ImageDescription said, List<Problem> problems) {
        var document = new LinkedHashMap<String, Object>();
        document.put("image", file.toString());
        document.put("imageBytes", said.imageBytes());
        document.put("headerBytes", said.headerBytes());
        document.put("payloadBytes", said.payloadBytes());
        document.put("version", said.version().toString());
        document.put("digest", digest(said));
        document.put(
                "signatures", image.signatures().stream().map(KeyKind::word).toList());
        document.put("hardware", image.hardwareId().orElse(""));
        document.put(
                "minimumFirmware", image.minimumFirmware().map(Object::toString).orElse(""));
        document.put("modelId", image.modelId().orElse(""));
        document.put(
                "records", said.records().stream().map(VerifyCommand::record).toList());
        document.put("valid", problems.isEmpty());
        document.put("problems", problems.stream().map(Problem::what).toList());
        return document;
    }

    private static String digest(ImageDescription said) {
        return said.records().stream()
                .filter(record -> record.name().equals("digest"))
                .map(ImageDescription.Entry::hex)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> record(ImageDescription.Entry record) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", record.type());
        document.put("name", record.name());
        document.put("protected", record.signed());
        document.put("bytes", record.hex().length() / 2);
        document.put("value", record.hex());
        return document;
    }

    private static String words(ModelImage image, ImageDescription said) {
        var lines = new StringBuilder();
        lines.append("Image of %,d bytes: header %d, payload %,d; version %s%n"
                .formatted(said.imageBytes(), said.headerBytes(), said.payloadBytes(), said.version()));
        image.hardwareId().ifPresent(id -> lines.append("For hardware %s%n".formatted(id)));
        image.minimumFirmware().ifPresent(oldest -> lines.append("Needs firmware %s or later%n".formatted(oldest)));
        image.modelId().ifPresent(id -> lines.append("Model %s%n".formatted(id)));
        var table = new TextTable("record", "what", "signed", "value");
        for (var record : said.records()) {
            table.row(
                    "0x" + HexFormat.of().toHexDigits((short) record.type()),
                    record.name(),
                    record.signed() ? "yes" : "no",
                    record.hex());
        }
        return lines.append(table).toString();
    }
}
