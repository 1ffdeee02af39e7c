package org.ethotag.recording;

import java.time.Instant;
import java.time.ZoneId;
import org.ethotag.signal.SampleRate;

/**
 * One recording of one animal, as the study knows it; its samples are in the trace store.
 *
 * @param id unique in the study; also the name of its trace file
 * @param name what people read, usually the raw file's name without extension
 * @param animal id of the animal
 * @param tag serial number of the tag, or empty if unknown
 * @param start time of the first sample
 * @param zone the zone people on the farm live in
 * @param rate samples per second as used
 * @param lengthSamples samples on each axis
 * @param rawSha256 hash of the raw file, 64 hexadecimal digits
 */
public record Session(
        String id,
        String name,
        String animal,
        String tag,
        Instant start,
        ZoneId zone,
        SampleRate rate,
        long lengthSamples,
        String rawSha256) {}
