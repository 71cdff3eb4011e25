package dev.penstock.processor.handlers.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An AVI file (RIFF, little endian) whose frames are JPEG pictures, with an index. */
record MotionJpeg(int width, int height, int framesASecond) {
    private static final int CHUNK = 8;
    private static final int MAIN_HEADER = 56;
    private static final int STREAM_HEADER = 56;
    private static final int FORMAT = 40;
    private static final int STREAM = 4 + CHUNK + STREAM_HEADER + CHUNK + FORMAT;
    private static final int HEADERS = 4 + CHUNK + MAIN_HEADER + CHUNK + STREAM;
    private static final int HAS_INDEX = 0x10;
    private static final int KEY_FRAME = 0x10;
    private static final int ENTRY = 16;

    byte[] film(List<byte[]> frames) {
        int movie = 4
                + frames.stream().mapToInt(frame -> CHUNK + even(frame.length)).sum();
        int index = frames.size() * ENTRY;
        int riff = 4 + CHUNK + HEADERS + CHUNK + movie + CHUNK + index;
        int largest = frames.stream().mapToInt(frame -> frame.length).max().orElse(0);
        ByteBuffer out = ByteBuffer.allocate(CHUNK + riff).order(ByteOrder.LITTLE_ENDIAN);
        name(out, "RIFF").putInt(riff);
        name(out, "AVI ");
        headers(out, frames.size(), largest);
        name(out, "LIST").putInt(movie);
        int begin = out.position();
        name(out, "movi");
        int[] offsets = new int[frames.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = out.position() - begin;
            byte[] frame = frames.get(i);
            name(out, "00dc").putInt(frame.length).put(frame).put(new byte[even(frame.length) - frame.length]);
        }
        name(out, "idx1").putInt(index);
        for (int i = 0; i < offsets.length; i++) {
            name(out, "00dc").putInt(KEY_FRAME).putInt(offsets[i]).putInt(frames.get(i).length);
        }
        return out.array();
    }

    private void headers(ByteBuffer out, int frames, int largest) {
        name(out, "LIST").putInt(HEADERS);
        name(out, "hdrl");
        name(out, "avih").putInt(MAIN_HEADER);
        out.putInt(1_000_000 / framesASecond)
                .putInt(largest * framesASecond)
                .putInt(0)
                .putInt(HAS_INDEX);
        out.putInt(frames).putInt(0).putInt(1).putInt(largest).putInt(width).putInt(height);
        out.put(new byte[16]);
        name(out, "LIST").putInt(STREAM);
        name(out, "strl");
        name(out, "strh").putInt(STREAM_HEADER);
        name(name(out, "vids"), "MJPG").putInt(0).putInt(0).putInt(0).putInt(1).putInt(framesASecond);
        out.putInt(0).putInt(frames).putInt(largest).putInt(-1).putInt(0).putInt(0);
        out.putShort((short) width).putShort((short) height);
        name(out, "strf").putInt(FORMAT);
        out.putInt(FORMAT).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
        name(out, "MJPG").putInt(width * height * 3).put(new byte[16]);
    }

    private static ByteBuffer name(ByteBuffer out, String fourLetters) {
        return out.put(fourLetters.getBytes(StandardCharsets.US_ASCII));
    }

    private static int even(int length) {
        return length + length % 2;
    }
}
