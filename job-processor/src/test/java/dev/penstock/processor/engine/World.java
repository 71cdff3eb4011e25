package dev.penstock.processor.engine;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Submit;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.kin.KinInMemory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One partition in memory: an engine, its stores, a clock that is moved by hand, and the log of all it put out. */
final class World {
    static final String SECRET = "secret-of-";
    final StoresInMemory stores = new StoresInMemory();
    final Map<JobId, Job> jobs = stores.jobs();
    final Map<JobId, Stub> stubs = stores.stubs();
    final TreeMap<String, Kin> kin = stores.kin();
    final Map<String, Setting> settings = stores.settings();
    final List<Output> log = new ArrayList<>();
    final List<Incoming> inputs = new ArrayList<>();
    private final Engine engine = new Engine(ports());
    Instant now = Instant.parse("2026-11-22T03:00:00Z");
    long offset = 100;
    private int commands;
    private int done;
    boolean failNextLoad;
    /** What a family may have while others wait; null: nobody waits. */
    @Nullable
    Integer share;

    World() {
        settings.put("queue/default", Setting.Queue.named("default", "anything"));
    }

    World withType(String name, JobPolicy policy) {
        settings.put("type/" + name, new Setting.Type(name, name, "default", policy, Map.of()));
        return this;
    }

    private Ports ports() {
        return new Ports(
                stores.jobStore(this::mayFail),
                stores.stubStore(),
                new KinInMemory(kin),
                stores.settingStore(),
                new KnownInMemory(),
                new Open(),
                (queue, root) -> share);
    }

    static String uniqueRoute(String tenant, JobSpec spec) {
        return "u-" + spec.type() + "-" + spec.payload().text().hashCode();
    }

    private void mayFail() {
        if (failNextLoad) {
            failNextLoad = false;
            throw new IllegalStateException("planted");
        }
    }

    List<Output> submit(JobId id, String json) {
        return submit(id, json, "submit-" + ++commands);
    }

    List<Output> submit(JobId id, String json, String commandId) {
        try {
            CommandMessage typed = SubmissionCodec.decode(
                    json.getBytes(StandardCharsets.UTF_8),
                    new SubmissionCodec.Place("jobs.submissions", 0, offset),
                    new NamedAlready(id));
            Submit submit = (Submit) typed.body();
            return handle(
                    Incoming.Door.SUBMISSIONS,
                    CommandMessage.of(commandId, Actor.user("ana"), new Submit(id, submit.parent(), submit.spec())));
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    /** What a submission in JSON asks for. */
    static JobSpec spec(String json) {
        try {
            CommandMessage typed = SubmissionCodec.decode(
                    json.getBytes(StandardCharsets.UTF_8),
                    new SubmissionCodec.Place("jobs.submissions", 0, 0),
                    new NamedAlready(new JobId("x.x")));
            return ((Submit) typed.body()).spec();
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private record NamedAlready(JobId id) implements SubmissionCodec.Naming {
        @Override
        public JobId fromKey(String tenant, String key) {
            return id;
        }

        @Override
        public JobId fromPlace(SubmissionCodec.Place place) {
            return id;
        }
    }

    List<Output> send(Command command) {
        return handle(Incoming.Door.COMMANDS, CommandMessage.of("c-" + ++commands, Actor.system("test"), command));
    }

    List<Output> handle(Incoming.Door door, CommandMessage message) {
        return handle(new Incoming(door, "jobs." + door, 0, offset++, now, message));
    }

    List<Output> handle(Incoming in) {
        inputs.add(in);
        List<Output> outputs = engine.handle(in);
        log.addAll(outputs);
        return outputs;
    }

    /** Lets the rests of acts come back, until none is left. */
    void settle() {
        for (int i = done; i < log.size(); i++) {
            if (log.get(i) instanceof Output.Next next) {
                done = i + 1;
                send(next.timer());
            }
        }
        done = log.size();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Job job(JobId id) {
        return Objects.requireNonNull(jobs.get(id), () -> "no live job " + id);
    }

    /** Its work orders, the oldest first. */
    List<WorkOrder> orders(JobId id) {
        return log.stream()
                .filter(o -> o instanceof Output.Work w && w.order().job().equals(id))
                .map(o -> ((Output.Work) o).order())
                .toList();
    }

    /** The newest work order of the job. */
    WorkOrder order(JobId id) {
        return orders(id).getLast();
    }

    static Lease lease(WorkOrder order, String worker) {
        return new Lease(order.round(), order.attempt(), order.number(), worker);
    }

    static Delivery delivery() {
        return new Delivery("jobs.work.default.normal", 0, 912, 1);
    }

    Lease start(JobId id, String worker) {
        Lease lease = lease(order(id), worker);
        send(new Report.Started(id, lease, delivery(), false));
        return lease;
    }

    List<Output> succeed(JobId id, Lease lease) {
        return send(new Report.Succeeded(id, lease, delivery(), Duration.ofMillis(5), Json.EMPTY, List.of(), false));
    }

    List<EventMessage> events() {
        return log.stream()
                .filter(Output.Event.class::isInstance)
                .map(o -> ((Output.Event) o).message())
                .toList();
    }

    static List<String> names(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Event.class::isInstance)
                .map(o -> ((Output.Event) o).message().body().getClass().getSimpleName())
                .toList();
    }

    static Outcome.CommandRefused refusal(List<Output> outputs) {
        Event body = ((Output.Event) outputs.get(0)).message().body();
        return (Outcome.CommandRefused) body;
    }

    /** The job as a reader of the log alone knows it. */
    @Nullable
    Job folded(JobId id) {
        Job job = null;
        for (EventMessage event : events()) {
            job = event.key().equals(id.value()) ? Evolution.evolve(job, event) : job;
        }
        return job;
    }

    private final class KnownInMemory implements Ports.KnownSettings {
        @Override
        public @Nullable Setting find(String key) {
            return settings.get(key);
        }

        @Override
        public List<String> queues() {
            return settings.keySet().stream()
                    .filter(k -> k.startsWith("queue/"))
                    .map(k -> k.substring(6))
                    .toList();
        }
    }

    /** Believes everything but a message whose token is "forged". */
    private static final class Open implements Ports.Secrets {
        @Override
        public String leaseToken(JobId job, int round, int attempt, long number) {
            return SECRET + job + "-" + number;
        }

        @Override
        public String uniqueRoute(String tenant, JobSpec spec) {
            return World.uniqueRoute(tenant, spec);
        }

        @Override
        public @Nullable String distrust(CommandMessage message) {
            return "forged".equals(message.token()) ? "The token does not fit." : null;
        }
    }
}
