package org.ethotag.ui.trace;

/**
 * A recording that can be shown until it is closed.
 *
 * @param source what to show
 * @param release gives it back; nothing of the source may be read afterwards
 */
public record OpenTrace(TraceSource source, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
        release.run();
    }
}
