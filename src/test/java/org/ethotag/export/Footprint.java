package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ethotag.export.CRuntime.Core;

/** Code, static data and stack of the runtime, as the compiler and {@code size} report them. */
final class Footprint {
    private static final Pattern NODE =
            Pattern.compile("node: \\{ title: \"([^\"]+)\" label: \"[^\"]*\\\\n(\\d+) bytes \\((\\w+)\\)\"");
    private static final Pattern EDGE = Pattern.compile("edge: \\{ sourcename: \"([^\"]+)\" targetname: \"([^\"]+)\"");
    private static final String INDIRECT = "__indirect_call";
    /** What {@code ethotag_step} calls through a pointer. */
    private static final String KERNEL = "ethotag_step_";

    /** Bytes of stack by function. */
    private final Map<String, Integer> frames = new HashMap<>();

    private final Map<String, Set<String>> calls = new HashMap<>();
    private int code;
    private int data;

    private Footprint() {}

    /** Compiles every kernel for a core. */
    static Footprint of(Path folder, Core core) throws IOException, InterruptedException {
        var footprint = new Footprint();
        var sources = CRuntime.runtimeSources();
        CRuntime.compileOnly(folder, core, List.of("-fstack-usage", "-fcallgraph-info=su"), sources);
        var objects = new ArrayList<String>();
        for (String source : sources) {
            String name = Path.of(source).getFileName().toString().replace(".c", "");
            footprint.add(Files.readString(folder.resolve(name + ".ci")));
            objects.add(name + ".o");
        }
        for (String[] cells : sizes(folder, objects)) {
            footprint.code += Integer.parseInt(cells[0]);
            footprint.data += Integer.parseInt(cells[1]) + Integer.parseInt(cells[2]);
        }
        return footprint;
    }

    /** Bytes of machine code and constants of a linked program. */
    static int code(Path folder, String program) throws IOException, InterruptedException {
        return Integer.parseInt(sizes(folder, List.of(program)).getFirst()[0]);
    }

    /** Per file: code, initialised and other variables. */
    private static List<String[]> sizes(Path folder, List<String> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("arm-none-eabi-size"));
        command.addAll(files);
        CRuntime.run(folder, command);
        return Files.readAllLines(folder.resolve("log")).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .toList();
    }

    private void add(String graph) {
        NODE.matcher(graph).results().forEach(node -> {
            assertThat(node.group(3)).as("stack of " + node.group(1)).isEqualTo("static");
            frames.put(node.group(1), Integer.parseInt(node.group(2)));
        });
        EDGE.matcher(graph)
                .results()
                .forEach(edge -> calls.computeIfAbsent(edge.group(1), name -> new TreeSet<>())
                        .add(edge.group(2)));
    }

    /** Bytes of machine code and constants, all layouts. */
    int code() {
        return code;
    }

    /** Bytes of variables, initialised or not. */
    int data() {
        return data;
    }

    /** Functions that the runtime calls and does not contain. */
    Set<String> missing() {
        var missing = new TreeSet<String>();
        calls.values().forEach(missing::addAll);
        missing.removeAll(frames.keySet());
        missing.remove(INDIRECT);
        return missing;
    }

    /** Bytes of stack on the deepest path from a function on, without what {@link #missing} functions need. */
    int deepest(String function) {
        var next = new TreeSet<>(calls.getOrDefault(function, Set.of()));
        if (next.remove(INDIRECT)) {
            frames.keySet().stream().filter(name -> name.startsWith(KERNEL)).forEach(next::add);
        }
        return frames.getOrDefault(function, 0)
                + next.stream().mapToInt(this::deepest).max().orElse(0);
    }
}
