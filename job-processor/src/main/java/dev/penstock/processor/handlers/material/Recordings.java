package dev.penstock.processor.handlers.material;

import dev.penstock.processor.handlers.file.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** The recordings of the demo: chords that change every second; two files are broken. */
public record Recordings(Path folder, long seed) {
    public static final int COUNT = 3;
    public static final String LONG = "recording-long.wav";
    public static final String DAMAGED = "recording-damaged.wav";
    public static final String NO_SOUND = "recording-renamed.wav";
    private static final int RATE = 44_100;
    private static final int SECONDS = 8;
    private static final int MANY_SECONDS = 30;

    /** Name of a short one, from 1. */
    public static String name(int number) {
        return "recording-" + number + ".wav";
    }

    /** Makes what is not there yet. */
    public void prepare() throws IOException {
        for (int i = 1; i <= COUNT; i++) {
            prepare(name(i), i, SECONDS, 1);
        }
        prepare(LONG, COUNT + 1, MANY_SECONDS, 2);
        byte[] whole = Files.readAllBytes(folder.resolve(name(1)));
        WholeFile.write(folder.resolve(DAMAGED), out -> out.write(Arrays.copyOf(whole, whole.length / 3)));
        WholeFile.write(folder.resolve(NO_SOUND), "This was a text all along.\n");
    }

    private void prepare(String name, int number, int seconds, int channels) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            AudioFormat format = new AudioFormat(RATE, Short.SIZE, channels, true, false);
            byte[] chords = chords(new SplittableRandom(seed + number), seconds, channels);
            WholeFile.write(
                    folder.resolve(name),
                    out -> AudioSystem.write(
                            new AudioInputStream(new ByteArrayInputStream(chords), format, (long) RATE * seconds),
                            AudioFileFormat.Type.WAVE,
                            out));
        }
    }

    private static byte[] chords(SplittableRandom random, int seconds, int channels) {
        ByteBuffer samples =
                ByteBuffer.allocate(RATE * seconds * channels * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int second = 0; second < seconds; second++) {
            double low = 110 * Math.pow(2, random.nextInt(12) / 12.0);
            double high = low * (random.nextBoolean() ? 1.5 : 1.25);
            for (int i = 0; i < RATE * channels; i++) {
                int frame = i / channels;
                double t = 2 * Math.PI * frame / RATE;
                double fade = Math.sin(t / 2);
                samples.putShort((short) (10_000 * fade * (Math.sin(t * low) + Math.sin(t * high))));
            }
        }
        return samples.array();
    }
}
