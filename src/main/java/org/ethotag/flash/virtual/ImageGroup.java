package org.ethotag.flash.virtual;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.virtual.Bootloader.Swap;
import org.ethotag.flash.virtual.FlashFile.Area;

/**
 * The image commands as Zephyr 3.4 does them, its traps included: an upload during a trial is taken and overwrites the
 * copy to fall back on, a length beyond the slot is not refused at the start, the place in an upload is in RAM. Guarded
 * by its tag.
 */
final class ImageGroup {
    static final int GROUP = 1;

    private static final int UNKNOWN = 1;
    private static final int INVALID = 3;
    private static final int NO_ENTRY = 5;
    private static final int BAD_STATE = 6;

    private static final int HASH_NOT_FOUND = 8;
    private static final int NO_FREE_SLOT = 9;
    private static final int NO_SUCH_SLOT = 14;
    private static final int OFFSET_MISSING = 20;
    private static final int LENGTH_MISSING = 21;
    private static final int BAD_HEADER = 22;
    private static final int BAD_MAGIC = 23;
    private static final int TOO_MUCH = 31;
    private static final int ACTIVE_SLOT = 33;

    private final FlashFile flash;
    private final Bootloader bootloader;
    private final Faults faults;
    private Upload upload = Upload.none();

    /** Where the upload stands; gone with the power. */
    private record Upload(int image, int length, byte[] sha, int offset) {
        static Upload none() {
            return new Upload(-1, 0, new byte[0], 0);
        }

        boolean open() {
            return image >= 0;
        }

        Upload at(int place) {
            return new Upload(image, length, sha, place);
        }
    }

    ImageGroup(FlashFile flash, Bootloader bootloader, Faults faults) {
        this.flash = flash;
        this.bootloader = bootloader;
        this.faults = faults;
    }

    Fields state() {
        var entries = new ArrayList<Object>();
        for (int image = Bootloader.FIRMWARE; image <= Bootloader.MODEL; image++) {
            for (int slot = 0; slot < 2; slot++) {
                int number = image;
                int which = slot;
                bootloader
                        .image(new Area.Slot(2 * image + slot))
                        .ifPresent(found -> entries.add(entry(number, which, found)));
            }
        }
        return Fields.of("images", entries).with("splitStatus", 0);
    }

    private Fields entry(int image, int slot, BootImage found) {
        var fields = Fields.of("image", image)
                .with("slot", slot)
                .with("version", found.version().toString())
                .with("hash", found.claimedDigest())
                .with("bootable", true);
        Swap swap = bootloader.swap(image);
        boolean first = slot == 0;
        boolean pending = !first && (swap == Swap.TEST || swap == Swap.PERMANENT);
        return fields.with("pending", pending)
                .with("confirmed", first ? swap != Swap.REVERT : swap == Swap.REVERT)
                .with("active", image == Bootloader.FIRMWARE && first)
                .with("permanent", pending && swap == Swap.PERMANENT);
    }

    Fields setState(Fields request) {
        boolean confirm = request.flag("confirm");
        byte[] hash = request.bytes("hash").orElse(new byte[0]);
        if (hash.length == 0) {
            if (!confirm) {
                throw Refusal.protocol(INVALID);
            }
            bootloader.confirm(Bootloader.FIRMWARE);
            return state();
        }
        for (int image = Bootloader.FIRMWARE; image <= Bootloader.MODEL; image++) {
            if (holds(Bootloader.primary(image), hash)) {
                if (!confirm) {
                    throw Refusal.group(GROUP, ACTIVE_SLOT, BAD_STATE);
                }
                bootloader.confirm(image);
                return state();
            }
            if (holds(Bootloader.secondary(image), hash)) {
                bootloader.request(image, confirm);
                return state();
            }
        }
        throw Refusal.group(GROUP, HASH_NOT_FOUND, NO_ENTRY);
    }

    private boolean holds(Area.Slot slot, byte[] hash) {
        return bootloader
                .image(slot)
                .filter(image -> Arrays.equals(hash, image.claimedDigest()))
                .isPresent();
    }

    Fields upload(Fields request) {
        byte[] data = request.bytes("data").orElse(new byte[0]);
        int offset = request.count("off").orElseThrow(() -> Refusal.group(GROUP, OFFSET_MISSING, INVALID));
        if (offset == 0) {
            begin(request, data);
            if (upload.offset() > 0) {
                return answer(upload.offset() == upload.length());
            }
        } else if (!upload.open() || offset != upload.offset()) {
            return Fields.of("off", upload.offset());
        }
        return store(data);
    }

    private void begin(Fields request, byte[] data) {
        int image = request.count("image").orElse(0);
        int length = request.count("len").orElseThrow(() -> Refusal.group(GROUP, LENGTH_MISSING, INVALID));
        byte[] sha = request.bytes("sha").orElse(new byte[0]);
        if (data.length < BootImage.HEADER_BYTES) {
            throw Refusal.group(GROUP, BAD_HEADER, INVALID);
        }
        if (!BootImage.begins(data)) {
            throw Refusal.group(GROUP, BAD_MAGIC, UNKNOWN);
        }
        if (image > Bootloader.MODEL) {
            throw Refusal.group(GROUP, NO_FREE_SLOT, BAD_STATE);
        }
        if (upload.open() && sha.length > 0 && Arrays.equals(sha, upload.sha())) {
            return; // the same file again: go on where it stood
        }
        Swap swap = bootloader.swap(image);
        if (swap == Swap.TEST || swap == Swap.PERMANENT) {
            throw Refusal.group(GROUP, NO_FREE_SLOT, BAD_STATE);
        }
        if (sha.length > 0 && length <= bootloader.largestImage() && same(image, length, sha)) {
            upload = new Upload(image, length, sha, length);
            return;
        }
        bootloader.eraseAll(Bootloader.secondary(image));
        upload = new Upload(image, length, sha, 0);
    }

    private Fields store(byte[] data) {
        int offset = upload.offset();
        if (data.length > upload.length() - offset) {
            throw Refusal.group(GROUP, TOO_MUCH, INVALID);
        }
        if (offset + data.length > bootloader.largestImage()) {
            upload = Upload.none();
            throw Refusal.group(GROUP, TOO_MUCH, UNKNOWN);
        }
        byte[] stored = data.clone();
        if (faults.has(FaultKind.CORRUPT_UPLOAD) && offset > 0) {
            stored[0] ^= 1;
        }
        flash.write(Bootloader.secondary(upload.image()), offset, stored);
        upload = upload.at(offset + data.length);
        boolean whole = upload.offset() == upload.length();
        boolean matches = whole && same(upload.image(), upload.length(), upload.sha());
        var answer = whole ? answer(matches) : Fields.of("off", upload.offset());
        if (whole) {
            upload = Upload.none();
        }
        return answer;
    }

    /** The slot counts over all images; nothing that runs or is about to may go, save the trap that is a model's first slot. */
    Fields erase(Fields request) {
        int slot = request.count("slot").orElse(1);
        int image = slot / 2;
        boolean second = slot % 2 == 1;
        if (image > Bootloader.MODEL || (!second && image == Bootloader.FIRMWARE)) {
            throw Refusal.group(GROUP, image > Bootloader.MODEL ? NO_SUCH_SLOT : NO_FREE_SLOT, BAD_STATE);
        }
        Swap swap = bootloader.swap(image);
        if (second && swap != Swap.NONE) {
            throw Refusal.group(GROUP, NO_FREE_SLOT, BAD_STATE);
        }
        if (upload.image() == image && second) {
            upload = Upload.none();
        }
        bootloader.eraseAll(new Area.Slot(slot));
        return Fields.none();
    }

    private Fields answer(boolean matches) {
        var answer = Fields.of("off", upload.offset());
        return upload.offset() == upload.length() ? answer.with("match", matches) : answer;
    }

    private boolean same(int image, int length, byte[] sha) {
        try {
            byte[] found =
                    MessageDigest.getInstance("SHA-256").digest(flash.read(Bootloader.secondary(image), 0, length));
            return Arrays.equals(sha, found);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Another program begins its own upload of something else: the place moves. */
    void interfere(int bytes) {
        if (upload.open()) {
            upload = new Upload(upload.image(), upload.length(), new byte[] {1}, bytes);
        }
    }

    /** RAM is lost. */
    void restart() {
        upload = Upload.none();
    }

    Fields slots() {
        var images = new ArrayList<Object>();
        for (int image = Bootloader.FIRMWARE; image <= Bootloader.MODEL; image++) {
            var slots = new ArrayList<Object>();
            for (int slot = 0; slot < 2; slot++) {
                var entry = Fields.of("slot", slot).with("size", flash.label().slotBytes());
                slots.add(slot == 1 ? entry.with("upload_image_id", image) : entry);
            }
            images.add(Fields.of("image", image)
                    .with("slots", List.copyOf(slots))
                    .with("max_image_size", bootloader.largestImage()));
        }
        return Fields.of("images", images);
    }
}
