package org.ethotag.flash.virtual;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.smp.Fields;
import org.jspecify.annotations.Nullable;

/** Echo, clock and settings of the firmware. The clock lives in RAM, settings too until they are saved. Guarded by its tag. */
final class OsGroup {
    private static final int SETTINGS = 3;
    private static final int KEY_NOT_FOUND = 3;
    private static final int NO_MEMORY = 2;
    private static final int INVALID = 3;
    private static final int NO_ENTRY = 5;
    private static final int LONGEST_SETTING = 256;
    private static final int MOST_SETTINGS = 32;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private final TagClock clock;
    private final SettingsSector sector;
    private final Map<String, byte[]> settings = new LinkedHashMap<>();
    private Instant time = Instant.EPOCH;
    private long setAtNanos;

    OsGroup(TagClock clock, SettingsSector sector) {
        this.clock = clock;
        this.sector = sector;
        this.settings.putAll(sector.load());
        this.setAtNanos = clock.nanos();
    }

    static Fields echo(Fields request) {
        return Fields.of("r", request.text("d").orElseThrow(() -> Refusal.protocol(INVALID)));
    }

    Fields time() {
        return Fields.of("datetime", CLOCK.format(now().atOffset(ZoneOffset.UTC)));
    }

    Instant now() {
        return time.plus(Duration.ofNanos(clock.nanos() - setAtNanos));
    }

    Fields setTime(Fields request) {
        try {
            time = instant(request.text("datetime").orElse(""));
        } catch (DateTimeException _) {
            throw Refusal.protocol(INVALID);
        }
        setAtNanos = clock.nanos();
        return Fields.none();
    }

    /** Without a zone it is UTC. */
    private static Instant instant(String text) {
        var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    }

    Fields setting(Fields request) {
        return Fields.of("val", found(settings.get(request.text("name").orElse(""))));
    }

    Fields deleteSetting(Fields request) {
        found(settings.remove(request.text("name").orElse("")));
        return Fields.none();
    }

    private static byte[] found(byte @Nullable [] value) {
        if (value == null) {
            throw Refusal.group(SETTINGS, KEY_NOT_FOUND, NO_ENTRY);
        }
        return value;
    }

    /** Back to what was saved. */
    Fields loadSettings() {
        settings.clear();
        settings.putAll(sector.load());
        return Fields.none();
    }

    Fields setSetting(Fields request) {
        String name = request.text("name").orElse("");
        byte[] value = request.bytes("val").orElseThrow(() -> Refusal.protocol(INVALID));
        boolean full = settings.size() >= MOST_SETTINGS && !settings.containsKey(name);
        if (name.isEmpty() || value.length > LONGEST_SETTING || full) {
            throw Refusal.protocol(INVALID);
        }
        settings.put(name, value);
        return Fields.none();
    }

    Fields saveSettings() {
        if (!sector.save(settings)) {
            throw Refusal.protocol(NO_MEMORY);
        }
        return Fields.none();
    }
}
