package org.ethotag.ui;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.ethotag.testkit.Windows;

/**
 * What this process holds once the garbage is collected, by name of the figure. Native memory of the Java machine is there if it
 * was started with {@code -XX:NativeMemoryTracking=summary}; what the C library's allocator has handed out, and keeps for later,
 * where it is glibc ({@code mallinfo2(3)}).
 */
record Held(Map<String, Double> figures) {
    private static final double MB = 1e6;
    private static final Pattern TRACKED =
            Pattern.compile("^-?\\s*([A-Z][\\w ]*) \\(reserved=\\d+KB, committed=(\\d+)KB", Pattern.MULTILINE);

    /** The places of mallinfo2's fields: mapped blocks, blocks in use, blocks free. */
    private static final int MAPPED = 4;

    private static final int USED = 7;
    private static final int FREE = 8;
    private static final int FIELDS = 10;

    static Held now() {
        Windows.settle();
        for (int i = 0; i < 3; i++) {
            System.gc(); // soft and weak ends of a page take more than one
            Windows.settle();
        }
        var figures = new LinkedHashMap<String, Double>();
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            figures.put("open files", (double) unix.getOpenFileDescriptorCount());
        }
        figures.put("threads", (double) ManagementFactory.getThreadMXBean().getThreadCount());
        figures.put(
                "heap used MB",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB);
        for (var pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            figures.put(pool.getName() + " buffers MB", pool.getMemoryUsed() / MB);
        }
        resident(figures::put);
        tracked(figures::put);
        allocator(figures::put);
        return new Held(figures);
    }

    double get(String figure) {
        return figures.getOrDefault(figure, 0.0);
    }

    /** How much lies in memory, and how much of it belongs to no file. */
    private static void resident(BiConsumer<String, Double> figures) {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS") || line.startsWith("RssAnon")) {
                    String name = line.startsWith("VmRSS") ? "resident MB" : "resident of no file MB";
                    figures.accept(name, Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / MB);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Committed native memory of the Java machine by its own account, the heap apart. */
    private static void tracked(BiConsumer<String, Double> figures) {
        String report;
        try {
            report = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmNativeMemory",
                            new Object[] {new String[] {"summary"}},
                            new String[] {String[].class.getName()});
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
        double sum = 0;
        var found = TRACKED.matcher(report);
        while (found.find()) {
            String name = found.group(1).strip();
            double megabytes = Double.parseDouble(found.group(2)) * 1024 / MB;
            if (!name.equals("Java Heap")) {
                sum += megabytes;
                figures.accept("NMT " + name + " MB", megabytes);
            }
        }
        if (sum > 0) {
            figures.accept("NMT all but heap MB", sum);
        }
    }

    @SuppressWarnings("restricted") // a question to the C library
    private static void allocator(BiConsumer<String, Double> figures) {
        var linker = Linker.nativeLinker();
        var function = linker.defaultLookup().find("mallinfo2");
        if (function.isEmpty()) {
            return;
        }
        var layout = MemoryLayout.structLayout(MemoryLayout.sequenceLayout(FIELDS, ValueLayout.JAVA_LONG));
        var question = MethodHandleProxies.asInterfaceInstance(
                Question.class, linker.downcallHandle(function.get(), FunctionDescriptor.of(layout)));
        try (var arena = Arena.ofConfined()) {
            var info = question.ask(arena);
            long mapped = info.getAtIndex(ValueLayout.JAVA_LONG, MAPPED);
            figures.accept("malloc in use MB", (info.getAtIndex(ValueLayout.JAVA_LONG, USED) + mapped) / MB);
            figures.accept("malloc kept free MB", info.getAtIndex(ValueLayout.JAVA_LONG, FREE) / MB);
        }
    }

    /** {@code mallinfo2}. */
    public interface Question {
        MemorySegment ask(SegmentAllocator place);
    }
}
