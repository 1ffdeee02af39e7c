package org.ethotag.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.ethotag.export.ModelKeys;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.virtual.Fault;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.VirtualTags;
import picocli.CommandLine.Option;

/** {@code ethotag virtual-tag}: an emulated tag behind a serial device name. */
@picocli.CommandLine.Command(
        name = "virtual-tag",
        description = "Runs an emulated tag behind a serial device name (Linux and macOS) until it is interrupted.")
final class VirtualTagCommand extends Command {
    @Option(names = "--link", required = true, paramLabel = "PATH", description = "The name of the device.")
    private Path link = Path.of("");

    @Option(names = "--profile", defaultValue = "virtual", description = "The kind of tag (default: ${DEFAULT-VALUE}).")
    private String profile = "";

    @Option(names = "--fault", paramLabel = "NAME", description = "What is wrong with it, for example self-test-fails.")
    private List<String> faults = List.of();

    @Option(names = "--trust", paramLabel = "PEM", description = "Public key that it trusts (default: your own key).")
    private List<Path> trusted = List.of();

    @Override
    public Integer call() {
        var keys = trusted.isEmpty()
                ? List.of(user().publicKey())
                : trusted.stream().map(ModelKeys::readPublic).toList();
        var kind = TagProfiles.builtIn().named(profile);
        try (var port = new VirtualTags(user()).behind(link, kind, keys, faults())) {
            var document = new LinkedHashMap<String, Object>();
            document.put("port", port.link().toString());
            document.put("profile", kind.id());
            answer(document, "The tag is at " + port.link() + "; press Ctrl+C to take it away.");
            Runtime.getRuntime().addShutdownHook(port.removal());
            port.await();
        }
        return DONE;
    }

    private List<Fault> faults() {
        try {
            return faults.stream().map(Fault::parse).toList();
        } catch (ProblemException | IllegalArgumentException unknown) {
            throw usage(String.valueOf(unknown.getMessage()));
        }
    }
}
