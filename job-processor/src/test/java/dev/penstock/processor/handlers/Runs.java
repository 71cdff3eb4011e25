package dev.penstock.processor.handlers;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.family.Children;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Runs of one job, one after the other, in this thread: what one run keeps, the next one finds. */
public final class Runs implements JobContext {
    public String job = "route.job1";
    public final List<String> logs = new ArrayList<>();
    public final List<String> progress = new ArrayList<>();
    public final List<String> checkpoints = new ArrayList<>();
    public final List<Setting.Template> templates = new ArrayList<>();

    /** The run dies when it keeps this one; 0: never. */
    public int dieAtCheckpoint;

    /** The run is asked to stop when it has kept this one; 0: never. */
    public int stopAtCheckpoint;

    private boolean sawStop;

    /** Runs the job's next attempt. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <R extends @Nullable Object, P> R run(JobHandler<P> handler, P payload) throws Exception {
        sawStop = false;
        return (R) handler.run(payload, this);
    }

    /** Children it spawned, by name, in all runs. */
    public final Map<String, JobSpec> spawned = new LinkedHashMap<>();

    /** How the last run wants to be called back. */
    public Report.@Nullable Await awaited;

    /** What the next run learns of its children. */
    public @Nullable Children children;

    @Override
    public void spawn(String name, NewJob job) {
        spawned.putIfAbsent(name, job.spec(Instant.EPOCH));
    }

    @Override
    public void spawn(NewJob job) {
        spawn("child-" + spawned.size(), job);
    }

    @Override
    public Optional<Children> children() {
        return Optional.ofNullable(children);
    }

    @Override
    public void awaitChildren(Report.Await mode) {
        awaited = mode;
    }

    @Override
    public void leaveChildren() {
        awaited = null;
    }

    @Override
    public JobId job() {
        return new JobId(job);
    }

    @Override
    public String type() {
        return "type";
    }

    @Override
    public String queue() {
        return "queue";
    }

    @Override
    public int round() {
        return 1;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant createdAt() {
        return Instant.EPOCH;
    }

    @Override
    public @Nullable String runBy() {
        return null;
    }

    @Override
    public String tenant() {
        return "default";
    }

    @Override
    public @Nullable String traceparent() {
        return null;
    }

    @Override
    public OptionalLong fencingToken() {
        return OptionalLong.empty();
    }

    @Override
    public void progress(long done, long total, String message) {
        progress.add(done + "/" + total);
    }

    @Override
    public void log(LogLine.Level level, String message) {
        logs.add(level + " " + message);
    }

    @Override
    public void checkpoint(Object state) {
        checkpoints.add(Wire.text(state));
        if (checkpoints.size() == dieAtCheckpoint) {
            throw new IllegalStateException("killed here");
        }
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        return checkpoints.isEmpty() ? Optional.empty() : Optional.of(read(checkpoints.getLast(), type));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Wire.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean stopRequested() {
        sawStop |= stopAtCheckpoint > 0 && checkpoints.size() == stopAtCheckpoint;
        return sawStop;
    }

    @Override
    public boolean sawStop() {
        return sawStop;
    }

    /** Files it attached, by name, in all runs. */
    public final Map<String, byte[]> attached = new LinkedHashMap<>();

    @Override
    public Artifact attach(String name, String contentType, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        attached.put(name, bytes);
        return new Artifact(name, contentType, bytes.length, "", name);
    }

    @Override
    public Setting.Template template(String name) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
