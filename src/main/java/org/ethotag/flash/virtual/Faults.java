package org.ethotag.flash.virtual;

import java.util.List;

/** The faults of one tag and how far it is from each. Guarded by the tag that owns it. */
final class Faults {
    private final List<Fault> all;
    private long lineBytes;
    private long uploadBytes;
    private long operations;
    private long responses;

    Faults(List<Fault> all) {
        this.all = List.copyOf(all);
    }

    boolean has(FaultKind kind) {
        return all.stream().anyMatch(fault -> fault.kind() == kind);
    }

    /** How many of {@code length} more bytes arrive before a fault of this kind strikes, or -1 if it does not. */
    int strikesWithin(FaultKind kind, int length) {
        return all.stream()
                .filter(fault -> fault.kind() == kind)
                .filter(fault -> fault.number() > lineBytes && fault.number() <= lineBytes + length)
                .mapToInt(fault -> (int) (fault.number() - lineBytes))
                .findFirst()
                .orElse(-1);
    }

    void arrived(int length) {
        lineBytes += length;
    }

    /** Counts an upload's bytes. @return whether this fault strikes now */
    boolean uploadPasses(FaultKind kind, int length) {
        return passes(kind, uploadBytes, length);
    }

    void uploaded(int length) {
        uploadBytes += length;
    }

    /** Counts one erase or write. @throws PowerLoss if power fails before it */
    void operation() {
        operations++;
        if (passes(FaultKind.POWER_CUT_AFTER_OPERATIONS, operations - 1, 1)) {
            throw new PowerLoss();
        }
    }

    long operations() {
        return operations;
    }

    long responses() {
        return responses;
    }

    void response() {
        responses++;
    }

    boolean atResponse(FaultKind kind) {
        return passes(kind, responses - 1, 1);
    }

    private boolean passes(FaultKind kind, long before, long length) {
        return all.stream()
                .anyMatch(
                        fault -> fault.kind() == kind && fault.number() > before && fault.number() <= before + length);
    }
}
