package org.ethotag.flash.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.flash.FlashProblem;
import org.ethotag.problem.ProblemException;

/**
 * The program of the reference tag for an emulated processor: its C sources and those of the runtime, which come with
 * this program, compiled with the public key that the tag shall trust.
 */
final class EmulatedProgram {
    static final String COMPILER = "arm-none-eabi-gcc";

    private static final String LIST = "FILES";
    private static final String FIRMWARE = "firmware/";
    private static final String RUNTIME = "c/";
    private static final String KEY = "key.c";
    private static final List<String> FLAGS = List.of(
            "-std=c99",
            "-O2",
            "-fno-tree-reassoc",
            "-Wall",
            "-Wextra",
            "-Wconversion",
            "-Wpedantic",
            "-Werror",
            "-mthumb",
            "-ffunction-sections",
            "-Wl,--gc-sections",
            "-nostartfiles",
            "--specs=nano.specs",
            "-Tfirmware/mps2.ld",
            "-Ifirmware",
            "-Ic/include",
            "-Ic/kernels");

    private EmulatedProgram() {}

    /**
     * The program file; compiled unless the same one is there already.
     *
     * @param folder where programs are kept, made if it is missing
     * @throws ProblemException {@link FlashProblem#EMULATOR_MISSING} without the compiler
     */
    static Path build(EmulatedCore core, PublicKey key, Path folder) {
        var sources = sources();
        sources.put(KEY, keySource(key));
        String name = "tag-" + core.processor() + "-" + digest(core, sources);
        Path program = folder.resolve(name + ".elf");
        if (Files.exists(program)) {
            return program;
        }
        try {
            Files.createDirectories(folder);
            Path work = Files.createTempDirectory(folder, name);
            compile(core, sources, work);
            Files.move(work.resolve("tag.elf"), program, StandardCopyOption.REPLACE_EXISTING);
            remove(work);
            return program;
        } catch (IOException broken) {
            throw new ProblemException(FlashProblem.EMULATOR_FAILED, COMPILER, broken).causedBy(broken);
        }
    }

    private static void compile(EmulatedCore core, Map<String, byte[]> sources, Path work) throws IOException {
        var command = new ArrayList<String>();
        command.add(COMPILER);
        command.addAll(FLAGS);
        command.add("-mcpu=" + core.processor());
        for (var source : sources.entrySet()) {
            Path file = work.resolve(source.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, source.getValue());
            if (source.getKey().endsWith(".c")) {
                command.add(source.getKey());
            }
        }
        command.addAll(List.of("-o", "tag.elf"));
        EmulatedProcess.run(command, work, work.resolve("log"));
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** All sources by their path, those of the runtime and those of the tag. */
    static Map<String, byte[]> sources() {
        var sources = new TreeMap<String, byte[]>();
        for (String part : List.of(RUNTIME, FIRMWARE)) {
            for (String name : new String(resource(part + LIST), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                sources.put(part + name, resource(part + name));
            }
        }
        return sources;
    }

    private static byte[] keySource(PublicKey key) {
        byte[] der = key.getEncoded();
        String bytes = HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(der);
        String name = key instanceof EdECPublicKey ? "ed25519_pub_key" : "ecdsa_pub_key";
        String text = "const unsigned char " + name + "[] = {" + bytes + "};\n" + "const unsigned int " + name
                + "_len = " + der.length + ";\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String digest(EmulatedCore core, Map<String, byte[]> sources) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((core.processor() + FLAGS).getBytes(StandardCharsets.UTF_8));
            sources.values().forEach(sha::update);
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = EmulatedProgram.class.getResourceAsStream("/org/ethotag/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the tag's " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
