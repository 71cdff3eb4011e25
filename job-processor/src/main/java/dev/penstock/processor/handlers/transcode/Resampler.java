package dev.penstock.processor.handlers.transcode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Changes the rate of a recording by a windowed sinc: each sample that comes out is a weighted sum of its neighbours, and
 * what the new rate cannot carry is filtered out. Any stretch can be computed without the one before it.
 *
 * @param quality zero crossings of the filter on each side
 */
record Resampler(Sound sound, Rendition rendition, int quality) {
    /** How many frames come out of the whole recording. */
    long frames() {
        return Math.ceilDiv(
                sound.frames() * rendition.rate(), (long) sound.format().getFrameRate());
    }

    /** Some of the frames that come out, in the form of {@link Rendition#pcm}. */
    byte[] stretch(long from, int count) throws IOException {
        double step = sound.format().getFrameRate() / (double) rendition.rate();
        double scale = Math.min(1, 1 / step);
        int reach = (int) Math.ceil(quality / scale);
        long begin = (long) Math.floor(from * step) - reach;
        int needed = (int) Math.ceil(count * step) + 2 * reach + 2;
        float[] in = sound.frames(begin, needed);
        ByteBuffer out =
                ByteBuffer.allocate(count * rendition.channels() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            double[] weights = weights((from + i) * step - begin, reach, scale);
            int first = (int) Math.floor((from + i) * step - begin) - reach + 1;
            for (int channel = 0; channel < rendition.channels(); channel++) {
                out.putShort(sample(in, first, weights, channel));
            }
        }
        return out.array();
    }

    private static double[] weights(double at, int reach, double scale) {
        double[] weights = new double[2 * reach];
        int first = (int) Math.floor(at) - reach + 1;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = at - (first + i);
            double x = Math.PI * distance * scale;
            double sinc = x == 0 ? 1 : Math.sin(x) / x;
            weights[i] = sinc * (1 + Math.cos(Math.PI * distance / (reach + 1)));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private short sample(float[] in, int first, double[] weights, int channel) {
        int channels = sound.format().getChannels();
        boolean mix = rendition.channels() == 1;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int frame = (first + i) * channels;
            sum += weights[i] * (mix ? mean(in, frame, channels) : in[frame + Math.min(channel, channels - 1)]);
        }
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum * Short.MAX_VALUE)));
    }

    private static double mean(float[] in, int frame, int channels) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += in[frame + channel];
        }
        return sum / channels;
    }
}
