package dev.penstock.stack.chaos.site;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.Databases;
import dev.penstock.stack.broker.BrokerOptions;
import dev.penstock.stack.broker.LocalBroker;
import dev.penstock.stack.postgres.LocalPostgres;
import dev.penstock.stack.postgres.PostgresOptions;
import dev.penstock.stack.process.JavaProgram.Compilation;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.program.Installation;
import dev.penstock.stack.program.Program;
import dev.penstock.stack.program.ProgramFolders;
import dev.penstock.stack.program.ProgramSettings;
import dev.penstock.stack.program.RunningProgram;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Broker, PostgreSQL, several processors, a projector and several workers, without anybody who brings back what dies. */
public final class Site implements AutoCloseable {
    private static final String PARTITIONS = "12";
    private static final int KILLED = 128 + 9;

    private final SitePlan plan;
    private final Consumer<String> say;
    private final LocalBroker broker;
    private final LocalPostgres postgres;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<Member> processors = new ArrayList<>();
    private final List<Member> workers = new ArrayList<>();
    private final List<Member> projectors = new ArrayList<>();

    private Site(SitePlan plan, LocalBroker broker, LocalPostgres postgres, Consumer<String> say) {
        this.plan = plan;
        this.broker = broker;
        this.postgres = postgres;
        this.say = say;
        Path top = plan.data().top();
        settings.put("penstock.kafka.bootstrap", broker.bootstrap());
        settings.put("penstock.topic-prefix", "jobs.");
        settings.put("penstock.partitions", PARTITIONS);
        settings.put("penstock.replication-factor", Integer.toString(plan.brokers()));
        settings.put("penstock.keys-file", keysFile(top).toString());
        settings.put("penstock.processor.standbys", "1");
        settings.put("penstock.processor.dispatch-lost-after", plan.lostAfter().toSeconds() + "s");
        settings.putAll(Databases.prepare(postgres, plan.data()));
    }

    /** Starts all but the workers; when something does not come up, all is stopped again. */
    public static Site start(SitePlan plan, Consumer<String> say) {
        LocalBroker broker = LocalBroker.start(new BrokerOptions(
                plan.data().broker(),
                plan.data().logs(),
                plan.brokers(),
                0,
                false,
                256,
                Compilation.BEST,
                "warn",
                Map.of()));
        LocalPostgres postgres;
        try {
            postgres = LocalPostgres.start(
                    new PostgresOptions(plan.data().postgres(), plan.data().logs(), 0, false, false));
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
        Site site = new Site(plan, broker, postgres, say);
        try {
            // The first makes keys and topics; the others find them.
            site.processors.add(site.started("processor-1"));
            site.processors.addAll(together(2, plan.processors(), i -> site.started("processor-" + i)));
            // Readers before writers: whoever reads the log is always of the newest version.
            site.projectors.add(
                    new Member("projector", site.program("projector", Program.PROJECTOR, Installation.own())));
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static List<Member> together(int from, int to, IntFunction<Member> start) {
        return IntStream.rangeClosed(from, to).parallel().mapToObj(start).toList();
    }

    private Member started(String name) {
        Member member = new Member(name, program(name, Program.PROCESSOR, plan.programs()));
        say.accept(name + " is ready");
        return member;
    }

    private RunningProgram program(String name, Program program, Installation from) {
        Path own = plan.data().top().resolve(name);
        ProgramSettings all = new ProgramSettings()
                .putAll(settings)
                .put("penstock.data-dir", own.toString())
                .put("quarkus.http.host", "127.0.0.1")
                .put("quarkus.http.port", Integer.toString(Ports.free()));
        ProgramFolders folders =
                new ProgramFolders(own.resolve("config"), plan.data().logs().resolve(name));
        return RunningProgram.start(from, program, all, folders, Compilation.QUICK);
    }

    /** Starts the workers. */
    public void startWorkers() {
        workers.addAll(together(1, plan.workers(), i -> {
            String name = "chaos-" + i;
            Member member = new Member(name, worker(name, plan.programs()));
            say.accept(name + " is ready");
            return member;
        }));
    }

    private WorkerProcess worker(String name, Installation from) {
        return WorkerProcess.start(from, name, broker.bootstrap(), plan.data().top(), book(name));
    }

    /**
     * Replaces a processor or worker as a deploy does: asks it to end, and starts another version in its place, on its data.
     *
     * @return whether it ended when it was asked to, and had not to be killed
     */
    public boolean replace(Member member, Installation by) {
        member.stop();
        boolean ended = member.process().exitCode() != KILLED;
        member.become(
                workers.contains(member) ? worker(member.name(), by) : program(member.name(), Program.PROCESSOR, by));
        return ended;
    }

    private Path book(String worker) {
        return plan.data().top().resolve(worker + ".runs");
    }

    /** What the handlers of each worker have run. */
    public List<Path> books() {
        return workers.stream().map(worker -> book(worker.name())).toList();
    }

    public LocalBroker broker() {
        return broker;
    }

    public List<Member> processors() {
        return List.copyOf(processors);
    }

    public List<Member> workers() {
        return List.copyOf(workers);
    }

    public List<Member> projectors() {
        return List.copyOf(projectors);
    }

    /** Every member, workers first: the order in which to stop them. */
    public List<Member> members() {
        return Stream.of(workers, processors, projectors).flatMap(List::stream).toList();
    }

    public Kafka kafka() {
        return Kafka.at(broker.bootstrap());
    }

    /** Client properties for a plain consumer. */
    public Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrap());
    }

    /** The installation's secrets. */
    public Path keys() {
        return keysFile(plan.data().top());
    }

    /** A connection to the read model; the caller closes it. */
    public Connection database() throws SQLException {
        return postgres.superuser("penstock");
    }

    /** Whether workers' clocks can be set. */
    public static boolean canSetClocks() {
        return FakeTime.library().isPresent();
    }

    private static Path keysFile(Path top) {
        return top.resolve("keys.properties");
    }

    @Override
    public void close() {
        for (Member member : members()) {
            member.thaw();
            member.stop();
        }
        postgres.close();
        broker.resume();
        broker.close();
    }
}
