package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagPorts;
import picocli.CommandLine.Option;

/** {@code ethotag tags}: what is plugged in. */
@picocli.CommandLine.Command(name = "tags", description = "Lists the serial ports at which a tag may be.")
final class TagsCommand extends Command {
    private static final long LOOK_MILLIS = 1000;

    @Option(names = "--watch", description = "Go on, with a line for everything that is plugged in or out.")
    private boolean watch;

    @Override
    public Integer call() throws InterruptedException {
        var ports = TagPorts.list();
        answer(Map.of("tags", ports.stream().map(TagsCommand::document).toList()), words(ports));
        while (watch) {
            Thread.sleep(LOOK_MILLIS);
            var now = TagPorts.list();
            for (TagPort port : now) {
                if (!ports.contains(port)) {
                    note("in   " + line(port));
                }
            }
            for (TagPort port : ports) {
                if (!now.contains(port)) {
                    note("out  " + line(port));
                }
            }
            ports = now;
        }
        return DONE;
    }

    private static String words(List<TagPort> ports) {
        if (ports.isEmpty()) {
            return "No serial port found. Plug in a tag with a cable that carries data, or start a virtual tag.";
        }
        var table = new TextTable("port", "serial", "usb", "description");
        ports.forEach(port -> table.row(port.path(), port.serial(), usb(port), port.description()));
        return table.toString();
    }

    private static String line(TagPort port) {
        return port.path() + "  " + port.serial() + "  " + port.description();
    }

    private static String usb(TagPort port) {
        return port.vendor() < 0 ? "" : "%04x:%04x".formatted(port.vendor(), port.product());
    }

    private static Map<String, Object> document(TagPort port) {
        var document = new LinkedHashMap<String, Object>();
        document.put("port", port.path());
        document.put("serial", port.serial());
        document.put("vendor", port.vendor());
        document.put("product", port.product());
        document.put("description", port.description());
        return document;
    }
}
