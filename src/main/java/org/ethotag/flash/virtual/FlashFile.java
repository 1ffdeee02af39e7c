package org.ethotag.flash.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.ethotag.flash.FlashProblem;
import org.ethotag.problem.ProblemException;

/**
 * The flash memory of an emulated tag in a file: what the factory wrote (serial number, key), four image slots, a
 * scratch sector, a status sector per image and a settings sector. Erased bytes are FF. Guarded by its tag.
 */
final class FlashFile implements AutoCloseable {
    static final int SECTOR = 4096;

    private static final int MAGIC = 0x45545654; // "ETVT"
    private static final int VERSION = 1;
    private static final int SLOTS = 4;
    private static final int OTHER_SECTORS = 5; // header, scratch, two status, settings
    private static final int LARGEST_SLOT = 1 << 24;
    private static final byte ERASED = (byte) 0xFF;

    /** A region of the memory. */
    sealed interface Area {
        /** One of four: twice the image, plus 1 for the second slot. */
        record Slot(int index) implements Area {}

        record Scratch() implements Area {}

        record Status(int image) implements Area {}

        record Settings() implements Area {}
    }

    /**
     * What the factory wrote.
     *
     * @param serial the tag's serial number
     * @param slotBytes size of each slot
     * @param key the factory's public key, DER
     */
    record Label(String serial, int slotBytes, byte[] key) {}

    private final FileChannel file;
    private final Label label;
    private final Faults faults;

    private FlashFile(FileChannel file, Label label, Faults faults) {
        this.file = file;
        this.label = label;
        this.faults = faults;
    }

    static FlashFile create(Path path, Label label, Faults faults) {
        try {
            var file = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            byte[] serial = label.serial().getBytes(StandardCharsets.UTF_8);
            var header = ByteBuffer.allocate(SECTOR)
                    .putInt(MAGIC)
                    .putInt(VERSION)
                    .putInt(label.slotBytes())
                    .putShort((short) serial.length)
                    .put(serial)
                    .putShort((short) label.key().length)
                    .put(label.key());
            file.write(header.clear(), 0);
            var blank = new byte[SLOTS * label.slotBytes() + (OTHER_SECTORS - 1) * SECTOR];
            Arrays.fill(blank, ERASED);
            file.write(ByteBuffer.wrap(blank), SECTOR);
            return new FlashFile(file, label, faults);
        } catch (IOException refused) {
            throw damaged(path, refused.toString()).causedBy(refused);
        }
    }

    /** @throws ProblemException {@link FlashProblem#FLASH_FILE_DAMAGED} if the file is not such a memory */
    static FlashFile open(Path path, Faults faults) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var header = ByteBuffer.allocate(SECTOR);
            file.read(header, 0);
            header.flip();
            var label = label(path, header);
            if (file.size() < (long) SLOTS * label.slotBytes() + OTHER_SECTORS * SECTOR) {
                throw damaged(path, "its length is " + file.size());
            }
            return new FlashFile(file, label, faults);
        } catch (IOException refused) {
            throw damaged(path, refused.toString()).causedBy(refused);
        }
    }

    private static Label label(Path path, ByteBuffer header) {
        if (header.remaining() < SECTOR || header.getInt() != MAGIC || header.getInt() != VERSION) {
            throw damaged(path, "its head is something else");
        }
        int slotBytes = header.getInt();
        if (slotBytes <= 0 || slotBytes > LARGEST_SLOT || slotBytes % SECTOR != 0) {
            throw damaged(path, "its slots have " + slotBytes + " bytes");
        }
        var serial = new String(bytes(path, header), StandardCharsets.UTF_8);
        return new Label(serial, slotBytes, bytes(path, header));
    }

    private static byte[] bytes(Path path, ByteBuffer header) {
        int length = header.getShort();
        if (length < 0 || length > header.remaining() - Short.BYTES) {
            throw damaged(path, "its head has a wrong length");
        }
        byte[] bytes = new byte[length];
        header.get(bytes);
        return bytes;
    }

    private static ProblemException damaged(Path path, String why) {
        return new ProblemException(FlashProblem.FLASH_FILE_DAMAGED, path, why);
    }

    Label label() {
        return label;
    }

    byte[] read(Area area, int from, int length) {
        var bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining() && file.read(bytes, start(area, from, length) + bytes.position()) >= 0) {
                // until all is there
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.array();
    }

    void write(Area area, int from, byte... bytes) {
        faults.operation();
        put(start(area, from, bytes.length), bytes);
    }

    /** Erases the sector that begins at {@code from}. */
    void erase(Area area, int from) {
        faults.operation();
        byte[] blank = new byte[SECTOR];
        Arrays.fill(blank, ERASED);
        put(start(area, from, SECTOR), blank);
    }

    private void put(long at, byte[] bytes) {
        try {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest, at + rest.position());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long start(Area area, int from, int length) {
        int size = area instanceof Area.Slot ? label.slotBytes() : SECTOR;
        if (from < 0 || length < 0 || from > size - length) {
            throw new IllegalArgumentException("outside " + area + ": " + length + " bytes from " + from);
        }
        long sectors = SECTOR + (long) SLOTS * label.slotBytes();
        return from
                + switch (area) {
                    case Area.Slot(int index) -> SECTOR + (long) index * label.slotBytes();
                    case Area.Scratch() -> sectors;
                    case Area.Status(int image) -> sectors + (1L + image) * SECTOR;
                    case Area.Settings() -> sectors + 3L * SECTOR;
                };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
