package dev.penstock.processor.handlers.transcode;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A recording, read piece by piece: an hour takes no more memory than a second.
 *
 * @param frames how long it is
 */
record Sound(Path file, AudioFormat format, long frames) {
    private static final int BITS = 16;
    private static final int MOST_MINUTES = 30;

    /**
     * Looks at a recording's header.
     *
     * @throws TransientFailure if it is not there: it may still be on its way
     * @throws PermanentFailure if it is no sound that can be read here, or too long
     */
    static Sound at(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new TransientFailure("There is no recording " + file + " yet");
        }
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = in.getFormat();
            Sound sound = new Sound(file, format, in.getFrameLength());
            sound.check();
            return sound;
        } catch (UnsupportedAudioFileException e) {
            throw new PermanentFailure(
                    file.getFileName() + " is no recording that can be read here: its first bytes are neither WAVE, AU"
                            + " nor AIFF. Convert it, then submit a new job.",
                    e);
        }
    }

    private void check() {
        boolean readable = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                && format.getSampleSizeInBits() == BITS
                && frames > 0;
        if (!readable) {
            throw new PermanentFailure(file.getFileName() + " holds " + format
                    + "; what can be read is signed PCM of 16 bits with a length. Convert it, then submit a new job.");
        }
        if (frames > format.getFrameRate() * 60 * MOST_MINUTES) {
            throw new PermanentFailure(file.getFileName() + " is longer than " + MOST_MINUTES
                    + " minutes: cut it up and submit a job for each part.");
        }
    }

    /**
     * Some frames, channels side by side, each sample from -1 to 1; silence before the first and after the last.
     *
     * @param from may be negative
     */
    float[] frames(long from, int count) throws IOException {
        int channels = format.getChannels();
        float[] samples = new float[count * channels];
        long first = Math.max(0, from);
        int wanted = (int) Math.max(0, Math.min(frames, from + count) - first);
        ByteBuffer bytes = ByteBuffer.wrap(bytes(first, wanted))
                .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int begin = (int) (first - from) * channels;
        for (int i = 0; i < wanted * channels; i++) {
            samples[begin + i] = bytes.getShort() / (float) -Short.MIN_VALUE;
        }
        return samples;
    }

    private byte[] bytes(long first, int count) throws IOException {
        int size = format.getFrameSize();
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            in.skipNBytes(first * size);
            byte[] bytes = in.readNBytes(count * size);
            if (bytes.length < count * size) {
                throw new PermanentFailure(file.getFileName() + " is damaged: it ends in frame "
                        + (first + bytes.length / size) + " of " + frames + ". Record it again.");
            }
            return bytes;
        } catch (UnsupportedAudioFileException e) {
            throw new PermanentFailure(file.getFileName() + " was replaced by something else while it was read.", e);
        }
    }
}
