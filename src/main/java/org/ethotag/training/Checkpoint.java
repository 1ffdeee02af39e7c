package org.ethotag.training;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What is kept of a training that did not come to its end.
 *
 * @param file where
 * @param kept when its last whole epoch ended
 * @param epoch its last whole epoch, from 1
 * @param epochs that it was to have
 */
public record Checkpoint(Path file, Instant kept, int epoch, int epochs) {}
