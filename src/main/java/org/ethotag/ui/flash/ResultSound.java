package org.ethotag.ui.flash;

import java.lang.System.Logger.Level;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;

/** Two short tones: rising for a verified tag, falling for one that failed. Made here, no file; none without speakers. */
public enum ResultSound {
    VERIFIED(660, 990),
    FAILED(330, 180);

    private static final int RATE_HZ = 22_050;
    private static final double TONE_SECONDS = 0.16;
    private static final double LOUDNESS = 0.5;
    /** Of the length of a tone, so that nothing clicks. */
    private static final double FADE = 0.1;

    private final int firstHz;
    private final int secondHz;

    ResultSound(int firstHz, int secondHz) {
        this.firstHz = firstHz;
        this.secondHz = secondHz;
    }

    /** Plays it and waits for its end. Worker threads only. */
    public void play() {
        var format = new AudioFormat(RATE_HZ, Byte.SIZE, 1, true, false);
        try (var line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            byte[] samples = samples();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException silent) {
            System.getLogger(ResultSound.class.getName()).log(Level.DEBUG, "no sound: " + silent);
        }
    }

    /** 8 bits, signed. */
    byte[] samples() {
        int tone = (int) (TONE_SECONDS * RATE_HZ);
        byte[] samples = new byte[2 * tone];
        for (int i = 0; i < samples.length; i++) {
            int hertz = i < tone ? firstHz : secondHz;
            double at = (double) (i % tone) / tone;
            double envelope = Math.clamp(Math.min(at, 1 - at) / FADE, 0, 1);
            samples[i] = (byte)
                    Math.round(Byte.MAX_VALUE * LOUDNESS * envelope * Math.sin(2 * Math.PI * hertz * i / RATE_HZ));
        }
        return samples;
    }
}
