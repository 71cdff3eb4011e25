package dev.penstock.processor.handlers.transcode;

import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;

/** What a recording can be made into. */
public enum Rendition {
    /** As a telephone sounds. */
    PHONE(8_000, 1),
    /** As recognisers of speech want it. */
    VOICE(16_000, 1),
    /** As films carry it. */
    STUDIO(48_000, 2);

    private static final int BITS = 16;

    private final int rate;
    private final int channels;

    Rendition(int rate, int channels) {
        this.rate = rate;
        this.channels = channels;
    }

    /** Frames a second. */
    int rate() {
        return rate;
    }

    int channels() {
        return channels;
    }

    AudioFormat.Encoding encoding() {
        return this == PHONE ? AudioFormat.Encoding.ULAW : AudioFormat.Encoding.PCM_SIGNED;
    }

    AudioFileFormat.Type container() {
        return switch (this) {
            case PHONE -> AudioFileFormat.Type.AU;
            case VOICE -> AudioFileFormat.Type.WAVE;
            case STUDIO -> AudioFileFormat.Type.AIFF;
        };
    }

    /** What the resampler writes, before it is encoded: 16 bits, little end first. */
    AudioFormat pcm() {
        return new AudioFormat(rate, BITS, channels, true, false);
    }

    /** Name of the file made of a recording. */
    String fileName(String recording) {
        return recording.replaceFirst("\\.[^.]*$", "") + "-" + name().toLowerCase(Locale.ROOT) + "."
                + container().getExtension();
    }
}
