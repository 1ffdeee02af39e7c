package org.ethotag.flash.virtual;

import java.time.Duration;
import java.util.Optional;
import org.ethotag.flash.TagClock;

/** A tag that exists only here, in whatever form, as its cable sees it. */
public interface PluggableTag extends AutoCloseable {
    /** Its serial number. */
    String serial();

    /** The time in which it lives. */
    TagClock clock();

    /** Plugs the cable in; a tag without power starts. @return the number of this connection, or empty if it is gone */
    Optional<Integer> plugIn();

    /** Whether a connection still stands. */
    boolean connected(int connection);

    /**
     * Bytes to the tag and back.
     *
     * @param bytes for the tag; may be none
     * @param atMost how long to wait for something to come, zero for not at all
     * @return what has come; empty also if the connection is gone
     */
    byte[] exchange(int connection, byte[] bytes, Duration atMost);

    /** How long it stays away when it restarts. */
    Duration absence();

    /** How long the line may be left alone; short for a tag that answers when it is ready rather than at once. */
    Duration attention();

    /** Switches it off and on again at once, wherever it is. */
    void powerCycle();

    /** The near end of a line to it, in this process. */
    default VirtualConnector connector() {
        return new VirtualConnector(this);
    }

    /** Switches it off. */
    @Override
    void close();
}
