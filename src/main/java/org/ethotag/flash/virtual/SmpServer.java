package org.ethotag.flash.virtual;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.SmpPacket;

/** Hands each request to the part of the firmware that answers it. Guarded by its tag. */
final class SmpServer implements Responder {
    private static final int OS = 0;
    private static final int SETTINGS = 3;
    private static final int OURS = 64;
    private static final int WRITE = 2;
    private static final int NO_ENTRY = 5;
    private static final int NOT_SUPPORTED = 8;
    private static final int INVALID = 3;
    private static final int INVALID_FORMAT = 2;
    private static final int TOO_NEW = 13;
    private static final int NEWEST_VERSION = 1;
    private static final int NO_ANSWER_TO_QUERY = 3;
    private static final int CLOCK_FAILED = 5;
    private static final int UNKNOWN = 1;
    private static final int USUAL_BUFFER = 1024;
    private static final int SMALL_BUFFER = 384;
    private static final int BUFFERS = 4;

    private final OsGroup os;
    private final ImageGroup images;
    private final Firmware firmware;
    private final Faults faults;
    private boolean resetAsked;

    SmpServer(OsGroup os, ImageGroup images, Firmware firmware, Faults faults) {
        this.os = os;
        this.images = images;
        this.firmware = firmware;
        this.faults = faults;
    }

    /** Bytes of the packet buffer, which length and checksum share with the packet. */
    static int bufferBytes(Faults faults) {
        return faults.has(FaultKind.SMALL_BUFFER) ? SMALL_BUFFER : USUAL_BUFFER;
    }

    @Override
    public boolean hears(SmpPacket request) {
        return request.version() == 0 || !faults.has(FaultKind.VERSION_1_ONLY);
    }

    @Override
    public SmpPacket answer(SmpPacket request) {
        if (request.version() > NEWEST_VERSION) {
            return request.of(NEWEST_VERSION).answer(Fields.of("rc", TOO_NEW));
        }
        try {
            return request.answer(
                    switch (request.group()) {
                        case OS -> os(request);
                        case ImageGroup.GROUP -> image(request);
                        case SETTINGS -> setting(request);
                        case OURS -> ours(request);
                        default -> throw notSupported();
                    });
        } catch (Refusal refusal) {
            return request.answer(error(request.version(), refusal));
        }
    }

    @Override
    public boolean resetAsked() {
        return resetAsked;
    }

    private Fields error(int version, Refusal refusal) {
        if (version == 0 || refusal.ofProtocol()) {
            return Fields.of("rc", refusal.versionOneCode());
        }
        String name = faults.has(FaultKind.ERR_MAPS) ? "err" : "ret";
        return Fields.of(name, Fields.of("group", refusal.group()).with("rc", refusal.code()));
    }

    private Fields os(SmpPacket request) {
        boolean writes = request.operation() == WRITE;
        return switch (request.command()) {
            case 0 -> OsGroup.echo(request.body());
            case 4 -> clock(writes, request.body());
            case 5 -> reset(writes);
            case 6 -> parameters();
            case 7 -> about(request.body());
            case 8 -> bootloader(request.body());
            default -> throw notSupported();
        };
    }

    private Fields clock(boolean writes, Fields request) {
        if (faults.has(FaultKind.BROKEN_CLOCK)) {
            throw Refusal.group(OS, CLOCK_FAILED, UNKNOWN);
        }
        return writes ? os.setTime(request) : os.time();
    }

    private Fields reset(boolean writes) {
        if (!writes) {
            throw notSupported();
        }
        resetAsked = true;
        return Fields.none();
    }

    /** The mode is a newer question; 1 is swapping through a scratch sector, 2 is overwriting. */
    private Fields bootloader(Fields request) {
        return switch (request.text("query").orElse("")) {
            case "" -> Fields.of("bootloader", "MCUboot");
            case "mode" -> Fields.of("mode", faults.has(FaultKind.NO_SWAP) ? 2 : 1);
            default -> throw Refusal.group(OS, NO_ANSWER_TO_QUERY, NO_ENTRY);
        };
    }

    /** What "uname" says, letter by letter, in Zephyr's order. */
    private Fields about(Fields request) {
        String format = request.text("format").orElse("s");
        if (format.isEmpty() || !format.chars().allMatch(letter -> "asnrvbmpio".indexOf(letter) >= 0)) {
            throw Refusal.group(OS, INVALID_FORMAT, INVALID);
        }
        var identity = firmware.identity();
        var words = new LinkedHashMap<Character, String>();
        words.put('s', "Ethotag");
        words.put('n', identity.text("serial").orElse(""));
        words.put('r', identity.text("fw").orElse(""));
        words.put('v', "virtual-tag");
        words.put('m', "java");
        words.put('p', "jvm");
        words.put('i', identity.text("hw").orElse(""));
        words.put('o', "Java");
        return Fields.of(
                "output",
                words.entrySet().stream()
                        .filter(word -> format.indexOf('a') >= 0 || format.indexOf(word.getKey()) >= 0)
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining(" ")));
    }

    private Fields parameters() {
        if (faults.has(FaultKind.NO_PARAMETERS)) {
            throw notSupported();
        }
        return Fields.of("buf_size", bufferBytes(faults)).with("buf_count", BUFFERS);
    }

    private Fields image(SmpPacket request) {
        boolean writes = request.operation() == WRITE;
        return switch (request.command()) {
            case 0 -> writes ? images.setState(request.body()) : images.state();
            case 1 -> upload(request);
            case 5 -> erase(request);
            case 6 -> images.slots();
            default -> throw notSupported();
        };
    }

    private Fields erase(SmpPacket request) {
        if (request.operation() != WRITE) {
            throw notSupported();
        }
        return images.erase(request.body());
    }

    private Fields upload(SmpPacket request) {
        if (request.operation() != WRITE) {
            throw notSupported();
        }
        int length = request.body().bytes("data").orElse(new byte[0]).length;
        if (faults.uploadPasses(FaultKind.OTHER_WRITER, length)) {
            images.interfere(length / 2 + 1);
        }
        if (faults.uploadPasses(FaultKind.RESET_MID_UPLOAD, length)) {
            images.restart();
        }
        faults.uploaded(length);
        return images.upload(request.body());
    }

    private Fields setting(SmpPacket request) {
        boolean writes = request.operation() == WRITE;
        return switch (request.command()) {
            case 0 -> writes ? os.setSetting(request.body()) : os.setting(request.body());
            case 1 -> os.deleteSetting(request.body());
            case 3 -> writes ? os.saveSettings() : os.loadSettings();
            default -> throw notSupported();
        };
    }

    private Fields ours(SmpPacket request) {
        if (faults.has(FaultKind.NO_CUSTOM_GROUP)) {
            throw notSupported();
        }
        boolean writes = request.operation() == WRITE;
        return switch (request.command()) {
            case 0 -> firmware.identity();
            case 1 -> Fields.none(); // it blinks
            case 2 -> writes ? firmware.selfTest() : firmware.selfTestResult(request.body());
            case 3 -> firmware.live();
            case 4 -> firmware.liveSamples(request.body());
            case 5 -> firmware.counts(request.body());
            case 6 -> firmware.feed(request.body());
            default -> throw notSupported();
        };
    }

    private static Refusal notSupported() {
        return Refusal.protocol(NOT_SUPPORTED);
    }
}
