package dev.penstock.projector.analyst.lean;

import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A partition's fold as a file: a number that says what this is, the {@link Head} as JSON with its length before it, the jobs' rows
 * in the order of their keys with their number before them, and a checksum over all that.
 */
public final class FoldFile {
    /** {@code PENSTKAT}. */
    private static final long MAGIC = 0x50454e53544b4154L;

    /** Goes up whenever the file, or what is folded into it, is made in another way. */
    private static final int FORM = 1;

    /** A program that knows more events reads more out of the same log. */
    private static final String MADE = "form " + FORM + ", wire " + Wire.VERSION + ", events "
            + Integer.toHexString(
                    new TreeSet<>(EventCodec.NAMES.all().keySet()).toString().hashCode()) + ", ";

    private static final int LARGEST = Integer.MAX_VALUE / JobTable.ROW / 2;

    private FoldFile() {}

    /**
     * Writes the fold.
     *
     * @param log which log it is of: another one is never continued with it
     * @throws IOException if it cannot be written, or has more than some 44 million jobs
     */
    public static void write(PartitionFold fold, String log, OutputStream to) throws IOException {
        CRC32C sum = new CRC32C();
        DataOutputStream out =
                new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(to, 1 << 16), sum));
        List<Spot> spots = fold.spots();
        Map<Spot, Integer> numbers = new HashMap<>();
        spots.forEach(spot -> numbers.put(spot, numbers.size()));
        byte[] head = Wire.write(fold.head(MADE + log, spots));
        int rows = fold.jobs().size();
        if (rows > LARGEST) {
            throw new IOException("Partition " + fold.partition() + " has too many jobs for a snapshot: " + rows);
        }
        out.writeLong(MAGIC);
        out.writeInt(head.length);
        out.write(head);
        out.writeInt(rows);
        fold.jobs().write(out, numbers);
        out.writeLong(sum.getValue());
        out.flush();
    }

    /**
     * The fold of a file; nothing if it is of another log, of another beginning of this log, or made by another version.
     *
     * @param beginning of its partition, as it is now
     * @throws IOException with a sentence if the file is broken
     */
    public static Optional<PartitionFold> read(byte[] file, String log, long beginning) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(file);
            if (file.length < Long.BYTES || in.getLong() != MAGIC) {
                throw new IOException("it is no snapshot");
            }
            CRC32C sum = new CRC32C();
            sum.update(file, 0, file.length - Long.BYTES);
            if (in.getLong(file.length - Long.BYTES) != sum.getValue()) {
                throw new IOException("its checksum is wrong");
            }
            byte[] json = new byte[in.getInt()];
            in.get(json);
            Head head = Wire.read(json, Head.class);
            int rows = in.getInt();
            return head.of().equals(MADE + log) && head.beginning() == beginning
                    ? Optional.of(new PartitionFold(head, in.slice(in.position(), rows * JobTable.ROW)))
                    : Optional.empty();
        } catch (UndecodableException | BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("it cannot be read: " + e.getMessage(), e);
        }
    }
}
