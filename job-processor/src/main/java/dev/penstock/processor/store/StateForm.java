package dev.penstock.processor.store;

import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.decide.setting.Levels;
import dev.penstock.processor.due.Glance;
import dev.penstock.processor.gate.GateEntry;
import dev.penstock.processor.kin.Kin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a value lies in a store: the format level, a {@link Glance}, then JSON.
 *
 * <p>A processor does not read what a newer one wrote: it would drop the fields it does not know when it writes the job
 * back. And it writes nothing above the level that all processors can read (B14).
 *
 * @param type of the JSON
 * @param glance what a scan sees of the value
 * @param older one for each level before the latest: makes of a value what that level can hold, out of one of the level after it
 */
public record StateForm<V>(Class<V> type, Function<V, Glance> glance, List<UnaryOperator<V>> older) {
    private static final Glance NOTHING = new Glance(Glance.Kind.RESTING, 0, Instant.EPOCH, "", "");
    private static final int FIXED = 20;

    /** Live jobs. */
    public static final StateForm<Job> JOB = new StateForm<>(Job.class, Glance::of, List.of());
    /** What is left of ended ones. */
    public static final StateForm<Stub> STUB = new StateForm<>(Stub.class, Glance::of, List.of());
    /** A partition's own settings. */
    public static final StateForm<Setting> SETTING = new StateForm<>(Setting.class, setting -> NOTHING, List.of());

    /** The book of families. */
    public static final StateForm<Kin> KIN = new StateForm<>(Kin.class, kin -> NOTHING, List.of());

    static final StateForm<GateEntry> GATE = new StateForm<>(GateEntry.class, entry -> NOTHING, List.of());

    /** @param allowed no value is written above this level */
    public byte[] write(V value, int allowed) {
        V old = value;
        int level = latest();
        for (; level > allowed; level--) {
            old = older.get(level - 2).apply(old);
        }
        return write(old, (byte) level);
    }

    private int latest() {
        return 1 + older.size();
    }

    private byte[] write(V value, byte level) {
        Glance g = glance.apply(value);
        byte[] queue = g.queue().getBytes(StandardCharsets.UTF_8);
        byte[] lane = g.lane().getBytes(StandardCharsets.UTF_8);
        byte[] json = Wire.write(value);
        ByteBuffer out = ByteBuffer.allocate(FIXED + queue.length + lane.length + json.length);
        out.put(level).put(g.kind().code()).putLong(g.number()).putLong(g.when().toEpochMilli());
        out.put((byte) queue.length).put(queue).put((byte) lane.length).put(lane);
        return out.put(json).array();
    }

    /** @throws NewerState if a newer version wrote it */
    public V read(byte[] bytes) {
        int json = FIXED + queueLength(bytes) + laneLength(bytes);
        try {
            refuseNewer(bytes, latest());
            return Wire.read(Arrays.copyOfRange(bytes, json, bytes.length), type);
        } catch (UndecodableException e) {
            throw new IllegalStateException("The store holds what this version cannot read: " + e.getMessage(), e);
        }
    }

    static Glance glance(byte[] bytes) {
        refuseNewer(bytes, Levels.LATEST);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.get();
        return new Glance(
                Glance.Kind.of(in.get()), in.getLong(), Instant.ofEpochMilli(in.getLong()), text(in), text(in));
    }

    static byte[] key(JobId job) {
        return job.value().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.get()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int queueLength(byte[] bytes) {
        return bytes[FIXED - 2];
    }

    private static int laneLength(byte[] bytes) {
        return bytes[FIXED - 1 + queueLength(bytes)];
    }

    private static void refuseNewer(byte[] bytes, int latest) {
        if (bytes[0] > latest) {
            throw new NewerState("The processor's store was written at format level " + bytes[0]
                    + " and this version reads up to " + latest + ": start the newer version again.");
        }
    }
}
