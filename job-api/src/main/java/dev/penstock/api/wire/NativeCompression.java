package dev.penstock.api.wire;

import net.jpountz.lz4.LZ4Factory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the machine code for lz4. Kafka's clients take it only if it is loaded already or if their classes came from the
 * system class loader, which a Quarkus program's do not; in plain Java it costs a tenth of the processor's stream thread.
 */
public final class NativeCompression {
    private static final Logger LOG = LoggerFactory.getLogger(NativeCompression.class);

    private NativeCompression() {}

    /** Does nothing where there is no machine code for this machine: then the clients compress in Java. */
    public static void load() {
        try {
            LZ4Factory.nativeInstance();
        } catch (LinkageError | RuntimeException e) {
            LOG.info("lz4 runs in plain Java here, which costs more processor time: {}", e.toString());
        }
    }
}
