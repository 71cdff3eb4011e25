package dev.penstock.processor.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the memory of all stores of the process: three stores for each partition would else take 50 MB each and
 * more. Made by Kafka Streams by its name.
 */
public final class RocksMemory implements RocksDBConfigSetter {
    private static final long BLOCKS = 24L << 20;
    private static final long WRITES = 24L << 20;
    private static final long ONE_WRITE_BUFFER = 4L << 20;
    /**
     * What a store sets aside first. By default an eighth of its write buffer: 36 stores alone would fill the common bound, and
     * every write would set off a flush.
     */
    private static final long ARENA_BLOCK = 32L << 10;

    /** Shared by all stores and never closed: it lives as long as the process. */
    private static final class Shared {
        static final Cache CACHE;
        static final WriteBufferManager WRITES_OF_ALL;

        static {
            RocksDB.loadLibrary();
            CACHE = new LRUCache(BLOCKS + WRITES);
            WRITES_OF_ALL = new WriteBufferManager(WRITES, CACHE);
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITES_OF_ALL);
        options.setWriteBufferSize(ONE_WRITE_BUFFER);
        options.setArenaBlockSize(ARENA_BLOCK);
        options.setMaxWriteBufferNumber(2);
        options.setMaxOpenFiles(512);
    }

    @Override
    public void close(String storeName, Options options) {
        // What it set belongs to all stores.
    }
}
