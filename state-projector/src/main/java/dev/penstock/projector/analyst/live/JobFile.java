package dev.penstock.projector.analyst.live;

import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.source.Offsets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The jobs behind the rows, as the fold goes on with them, and how far they are. In a file of its own, which no question opens: here
 * payloads are as they came. Open for as long as a reading lasts; not thread-safe.
 */
final class JobFile implements AutoCloseable {
    private static final byte[] NEXT = bytes("next");
    private static final String JOB = "job ";
    private static final long MEGABYTE = 1 << 20;

    private final LRUCache cache = new LRUCache(4 * MEGABYTE);
    private final Options options;
    private final RocksDB file;

    JobFile(Path folder) throws RocksDBException {
        RocksDB.loadLibrary();
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(4 * MEGABYTE)
                .setMaxWriteBufferNumber(2)
                .setKeepLogFileNum(2)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache));
        try {
            file = RocksDB.open(options, folder.toString());
        } catch (RocksDBException e) {
            options.close();
            cache.close();
            throw e;
        }
    }

    static void remove(Path folder) throws RocksDBException {
        RocksDB.loadLibrary();
        try (Options options = new Options()) {
            RocksDB.destroyDB(folder.toString(), options);
        }
    }

    /** The first records that are not folded in; nothing in a new file. */
    Offsets next() throws RocksDBException {
        byte[] text = file.get(NEXT);
        return Offsets.parse(text == null ? "" : new String(text, StandardCharsets.UTF_8));
    }

    /** Those of these jobs that are there; the caller may change the map. */
    Map<String, Standing> of(Set<String> ids) throws RocksDBException {
        Map<String, Standing> found = new HashMap<>();
        for (String id : ids) {
            byte[] json = file.get(bytes(JOB + id));
            if (json != null) {
                found.put(id, standing(json));
            }
        }
        return found;
    }

    /**
     * Writes jobs together with how far they are.
     *
     * @param ids the jobs that may have changed; one that {@code jobs} does not have is gone
     */
    void write(Set<String> ids, Map<String, Standing> jobs, Offsets next) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions durable = new WriteOptions()) {
            for (String id : ids) {
                Standing standing = jobs.get(id);
                if (standing == null) {
                    batch.delete(bytes(JOB + id));
                } else {
                    batch.put(bytes(JOB + id), Wire.write(standing));
                }
            }
            batch.put(NEXT, bytes(next.toString()));
            file.write(durable, batch);
        }
    }

    @Override
    public void close() {
        file.close();
        options.close();
        cache.close();
    }

    private static Standing standing(byte[] json) {
        try {
            return Wire.read(json, Standing.class);
        } catch (UndecodableException e) {
            throw new IllegalStateException("A job of the tables for SQL cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
