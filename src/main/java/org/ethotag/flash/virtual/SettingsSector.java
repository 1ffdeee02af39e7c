package org.ethotag.flash.virtual;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Saved settings in one sector of the flash memory: pairs of name and value, each with its length, ended by an erased one. */
final class SettingsSector {
    private static final int ERASED = 0xFFFF;
    private static final FlashFile.Area AREA = new FlashFile.Area.Settings();

    private final FlashFile flash;

    SettingsSector(FlashFile flash) {
        this.flash = flash;
    }

    /** @return false if they do not fit */
    boolean save(Map<String, byte[]> settings) {
        var out = ByteBuffer.allocate(FlashFile.SECTOR);
        for (var setting : settings.entrySet()) {
            byte[] name = setting.getKey().getBytes(StandardCharsets.UTF_8);
            if (out.remaining() < name.length + setting.getValue().length + 3 * Short.BYTES) {
                return false;
            }
            out.putShort((short) name.length).put(name);
            out.putShort((short) setting.getValue().length).put(setting.getValue());
        }
        out.putShort((short) ERASED).flip();
        byte[] bytes = new byte[out.remaining()];
        out.get(bytes);
        flash.erase(AREA, 0);
        flash.write(AREA, 0, bytes);
        return true;
    }

    /** What was saved; nothing if the power failed while saving. */
    Map<String, byte[]> load() {
        var settings = new LinkedHashMap<String, byte[]>();
        var in = ByteBuffer.wrap(flash.read(AREA, 0, FlashFile.SECTOR));
        try {
            for (int length = in.getShort() & ERASED; length != ERASED; length = in.getShort() & ERASED) {
                byte[] name = bytes(in, length);
                settings.put(new String(name, StandardCharsets.UTF_8), bytes(in, in.getShort() & ERASED));
            }
        } catch (BufferUnderflowException _) {
            return Map.of();
        }
        return settings;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
