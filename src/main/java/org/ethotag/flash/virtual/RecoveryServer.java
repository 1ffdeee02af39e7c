package org.ethotag.flash.virtual;

import java.util.ArrayList;
import java.util.Optional;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.SmpPacket;
import org.ethotag.flash.virtual.FlashFile.Area;

/**
 * MCUboot's serial recovery as {@code boot_serial.c} of 2023 does it: the first version of the protocol only, four
 * commands, no parameters, no flag {@code active}, uploads straight to the slot that runs, {@code rc} in every answer to
 * them, the place in RAM. Guarded by its tag.
 */
final class RecoveryServer implements Responder {
    private static final int WRITE = 2;
    private static final int OS = 0;
    private static final int INVALID = 3;
    private static final int NO_ENTRY = 5;
    private static final int NOT_SUPPORTED = 8;

    private final FlashFile flash;
    private final Bootloader bootloader;
    private Upload upload = new Upload(Bootloader.FIRMWARE, 0, 0);
    private boolean resetAsked;

    /** Where the upload stands. */
    private record Upload(int image, int length, int offset) {}

    RecoveryServer(FlashFile flash, Bootloader bootloader) {
        this.flash = flash;
        this.bootloader = bootloader;
    }

    @Override
    public boolean hears(SmpPacket request) {
        return request.version() == 0 && (request.operation() == 0 || request.operation() == WRITE);
    }

    @Override
    public boolean resetAsked() {
        return resetAsked;
    }

    @Override
    public SmpPacket answer(SmpPacket request) {
        boolean image = request.group() == ImageGroup.GROUP;
        if (image && request.command() == 0 && request.operation() != WRITE) {
            return request.answer(list());
        }
        if (image && request.command() == 1) {
            return request.answer(store(request.body()));
        }
        boolean reset = request.group() == OS && request.command() == 5;
        resetAsked |= reset;
        return request.answer(Fields.of("rc", reset ? 0 : NOT_SUPPORTED));
    }

    /** Only images that would start are listed. */
    private Fields list() {
        var entries = new ArrayList<Object>();
        for (int image = Bootloader.FIRMWARE; image <= Bootloader.MODEL; image++) {
            for (var slot : new Area.Slot[] {Bootloader.primary(image), Bootloader.secondary(image)}) {
                Optional<BootImage> found = bootloader.sound(slot);
                int number = image;
                found.ifPresent(entry -> entries.add(Fields.of("image", number)
                        .with("slot", slot.index() % 2)
                        .with("version", entry.version().toString())
                        .with("hash", entry.claimedDigest())));
            }
        }
        return Fields.of("images", entries);
    }

    private Fields store(Fields request) {
        byte[] data = request.bytes("data").orElse(new byte[0]);
        int offset = request.count("off").orElse(-1);
        if (offset < 0 || data.length == 0) {
            return Fields.of("rc", INVALID);
        }
        if (offset == 0) {
            int image = request.count("image").orElse(Bootloader.FIRMWARE);
            int length = request.count("len").orElse(Integer.MAX_VALUE);
            if (image > Bootloader.MODEL) {
                return Fields.of("rc", NO_ENTRY);
            }
            if (length > flash.label().slotBytes()) {
                return Fields.of("rc", INVALID);
            }
            upload = new Upload(image, length, 0);
            bootloader.eraseAll(Bootloader.primary(image));
        } else if (offset != upload.offset()) {
            return Fields.of("rc", 0).with("off", upload.offset());
        }
        if (data.length > upload.length() - upload.offset()) {
            return Fields.of("rc", INVALID);
        }
        flash.write(Bootloader.primary(upload.image()), upload.offset(), data);
        upload = new Upload(upload.image(), upload.length(), upload.offset() + data.length);
        return Fields.of("rc", 0).with("off", upload.offset());
    }
}
