package dev.penstock.projector.table;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A quantile sketch as bytes: DDSketch's own encoding, mapping included, so that it reads alone and merges. */
public final class SketchForm {
    private SketchForm() {}

    /** Null for null. */
    public static byte @Nullable [] write(@Nullable DDSketch sketch) {
        if (sketch == null) {
            return null;
        }
        try {
            GrowingByteArrayOutput out = GrowingByteArrayOutput.withDefaultInitialCapacity();
            sketch.encode(out, false);
            return Arrays.copyOf(out.backingArray(), out.numWrittenBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for null. */
    public static @Nullable DDSketch read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return DDSketch.decode(ByteArrayInput.wrap(bytes), UnboundedSizeDenseStore::new);
        } catch (IOException e) {
            throw new UncheckedIOException("A quantile sketch cannot be read", e);
        }
    }
}
