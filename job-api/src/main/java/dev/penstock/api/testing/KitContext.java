package dev.penstock.api.testing;

import dev.penstock.api.artifact.ArtifactStore;
import dev.penstock.api.artifact.FileName;
import dev.penstock.api.artifact.Measured;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Progress;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.family.ChildNames;
import dev.penstock.api.worker.family.Children;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The context of an attempt in a test: writes down everything. */
final class KitContext implements JobContext {
    /** What the test has set. */
    record Given(
            TypeDeclaration<?> type,
            Who who,
            int attempt,
            InstantSource clock,
            Map<String, Setting.Template> templates,
            @Nullable Long fencingToken,
            @Nullable ChildrenNews children) {}

    /** Whose job it is. */
    record Who(
            JobId job,
            int round,
            Instant createdAt,
            @Nullable String runBy,
            String tenant) {}

    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<Progress> told = new CopyOnWriteArrayList<>();
    final List<Json> kept = new CopyOnWriteArrayList<>();
    final Map<String, JobSpec> spawned = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<Artifact, byte[]> attached = Collections.synchronizedMap(new LinkedHashMap<>());
    volatile Report.@Nullable Await awaited;
    volatile boolean detached;

    private final Given given;
    private final boolean stop;
    private final ChildNames names;
    private volatile @Nullable Json checkpoint;
    private volatile boolean sawStop;

    KitContext(Given given, @Nullable Json checkpoint, boolean stop) {
        this.given = given;
        this.checkpoint = checkpoint;
        this.stop = stop;
        this.names = new ChildNames(given.children());
    }

    @Override
    public boolean sawStop() {
        return sawStop;
    }

    @Override
    public JobId job() {
        return given.who().job();
    }

    @Override
    public String type() {
        return given.type().name();
    }

    @Override
    public String queue() {
        return given.type().queue();
    }

    @Override
    public int round() {
        return given.who().round();
    }

    @Override
    public int attempt() {
        return given.attempt();
    }

    @Override
    public Instant createdAt() {
        return given.who().createdAt();
    }

    @Override
    public @Nullable String runBy() {
        return given.who().runBy();
    }

    @Override
    public String tenant() {
        return given.who().tenant();
    }

    @Override
    public @Nullable String traceparent() {
        return null;
    }

    @Override
    public OptionalLong fencingToken() {
        Long token = given.fencingToken();
        return token == null ? OptionalLong.empty() : OptionalLong.of(token);
    }

    @Override
    public void progress(long done, long total, String message) {
        told.add(new Progress(done, total, message.isEmpty() ? null : message));
    }

    @Override
    public void log(LogLine.Level level, String message) {
        Instant now = given.clock().instant();
        lines.add(new LogLine(job(), round(), given.attempt(), 0, lines.size() + 1L, level, "kit", message, now));
    }

    @Override
    public void checkpoint(Object state) {
        Json json = state instanceof Json done ? done : new Json(Wire.text(state));
        kept.add(json);
        checkpoint = json;
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        Json json = checkpoint;
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.read(json.text().getBytes(StandardCharsets.UTF_8), type));
        } catch (UndecodableException e) {
            throw new PermanentFailure("The checkpoint cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean stopRequested() {
        sawStop |= stop;
        return sawStop;
    }

    @Override
    public void spawn(String name, NewJob job) {
        add(names.child(name, job.unsealed(Instant.now())));
    }

    @Override
    public void spawn(NewJob job) {
        add(names.child(job.unsealed(Instant.now())));
    }

    private void add(Report.Child child) {
        spawned.putIfAbsent(child.name(), child.spec());
    }

    @Override
    public Optional<Children> children() {
        ChildrenNews news = given.children();
        return news == null
                ? Optional.empty()
                : Optional.of(new Children(news, () -> {
                    throw new UnsupportedOperationException("The kit has no log: give it news that are whole");
                }));
    }

    @Override
    public void awaitChildren(Report.Await mode) {
        awaited = mode;
        detached = false;
    }

    @Override
    public void leaveChildren() {
        awaited = null;
        detached = true;
    }

    @Override
    public Artifact attach(String name, String contentType, InputStream content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Measured measured = Measured.copy(content, bytes, ArtifactStore.MAX_BYTES);
        String safe = FileName.safe(name);
        Artifact artifact = new Artifact(safe, contentType, measured.size(), measured.sha256(), "kit/" + safe);
        attached.put(artifact, bytes.toByteArray());
        return artifact;
    }

    @Override
    public Setting.Template template(String name) {
        Setting.Template template = given.templates().get(name);
        if (template == null) {
            throw new PermanentFailure("There is no template " + name + ": give it to the kit with template(…)");
        }
        return template;
    }
}
