package org.ethotag.cli;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.virtual.Fault;
import org.ethotag.flash.virtual.VirtualTagPort;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.tag.VirtualTags;
import picocli.CommandLine.Option;

/** {@code ethotag virtual-tag}: an emulated tag behind a serial device name. */
@picocli.CommandLine.Command(
        name = "virtual-tag",
        description = "Runs an emulated tag behind a serial device name (Linux and macOS) until it is interrupted.")
final class VirtualTagCommand extends Command {
    @Option(names = "--link", required = true, paramLabel = "PATH", description = "The name of the device.")
    private Path link = Path.of("");

    @Option(
            names = "--profile",
            defaultValue = "virtual",
            description = "The kind of tag, by its id or by a profile file (default: ${DEFAULT-VALUE}).")
    private String profile = "";

    @Option(names = "--fault", paramLabel = "NAME", description = "What is wrong with it, for example self-test-fails.")
    private List<String> faults = List.of();

    @Option(names = "--trust", paramLabel = "PEM", description = "Public key that it trusts (default: your own key).")
    private List<Path> trusted = List.of();

    @Option(
            names = "--emulated",
            description = "The reference tag: its C program on an emulated processor (needs arm-none-eabi-gcc, QEMU).")
    private boolean emulated;

    @Override
    public Integer call() {
        var keys = trusted.isEmpty()
                ? List.of(user().publicKey())
                : trusted.stream().map(ModelKeys::readPublic).toList();
        var kind = user().profile(profile);
        if (emulated && keys.size() > 1) {
            throw usage("--emulated compiles one key into the tag: give --trust once");
        }
        try (var port = open(kind, keys)) {
            var document = new LinkedHashMap<String, Object>();
            document.put("port", port.link().toString());
            document.put("profile", kind.id());
            document.put("emulated", emulated);
            answer(document, "The tag is at " + port.link() + "; press Ctrl+C to take it away.");
            Runtime.getRuntime().addShutdownHook(port.removal());
            port.await();
        }
        return DONE;
    }

    private VirtualTagPort open(TagProfile kind, List<PublicKey> keys) {
        var tags = new VirtualTags(user());
        return emulated
                ? tags.emulatedBehind(link, kind, keys.getFirst(), faults())
                : tags.behind(link, kind, keys, faults());
    }

    private List<Fault> faults() {
        try {
            return faults.stream().map(Fault::parse).toList();
        } catch (ProblemException | IllegalArgumentException unknown) {
            throw usage(String.valueOf(unknown.getMessage()));
        }
    }
}
