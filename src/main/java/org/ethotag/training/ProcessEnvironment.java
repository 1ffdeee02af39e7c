package org.ethotag.training;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The environment of the running process, which native libraries read when they are loaded and Java cannot set. */
final class ProcessEnvironment {
    /** How the engine's worker threads wait for each other (OpenMP specification 5.2, section 21.2.8). */
    static final String WAIT_POLICY = "OMP_WAIT_POLICY";
    /** Sleep instead of spin: spinning slows training down many times as soon as another program wants a core. */
    static final String PASSIVE = "PASSIVE";

    private ProcessEnvironment() {}

    /** To be called before the engine's library is loaded; what the user has set stays. */
    static void letWorkerThreadsSleep() {
        if (System.getenv(WAIT_POLICY) != null) {
            return;
        }
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            setOnWindows();
        } else {
            setOnPosix();
        }
    }

    @SuppressWarnings({"checkstyle:illegalcatch", "restricted"}) // a method handle declares Throwable
    private static void setOnPosix() {
        var linker = Linker.nativeLinker();
        var setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(WAIT_POLICY);
            MemorySegment value = arena.allocateFrom(PASSIVE);
            check((int) setenv.invokeExact(name, value, 1) == 0);
        } catch (Throwable failure) {
            throw new IllegalStateException("setenv", failure);
        }
    }

    @SuppressWarnings({"checkstyle:illegalcatch", "restricted"}) // a method handle declares Throwable
    private static void setOnWindows() {
        try (var arena = Arena.ofConfined()) {
            var setVariable = Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup("kernel32", arena).findOrThrow("SetEnvironmentVariableW"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MemorySegment name = arena.allocateFrom(WAIT_POLICY, StandardCharsets.UTF_16LE);
            MemorySegment value = arena.allocateFrom(PASSIVE, StandardCharsets.UTF_16LE);
            check((int) setVariable.invokeExact(name, value) != 0);
        } catch (Throwable failure) {
            throw new IllegalStateException("SetEnvironmentVariableW", failure);
        }
    }

    private static void check(boolean done) {
        if (!done) {
            throw new IllegalStateException("the system refused to set " + WAIT_POLICY);
        }
    }
}
