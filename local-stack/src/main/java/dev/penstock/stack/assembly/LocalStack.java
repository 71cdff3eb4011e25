package dev.penstock.stack.assembly;

import dev.penstock.stack.broker.BrokerOptions;
import dev.penstock.stack.broker.LocalBroker;
import dev.penstock.stack.postgres.LocalPostgres;
import dev.penstock.stack.postgres.PostgresOptions;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.process.Supervised;
import dev.penstock.stack.process.Supervisor;
import dev.penstock.stack.process.Usage;
import dev.penstock.stack.program.Program;
import dev.penstock.stack.program.ProgramSettings;
import dev.penstock.stack.program.RunningProgram;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The system on this machine: broker, PostgreSQL, then our programs, each started when the one before is ready. What dies is
 * brought back; closing stops all in reverse order.
 */
public final class LocalStack implements AutoCloseable {
    /** For life (topics cannot grow); enough for one machine, and the same for the demo and for {@code up}. */
    private static final String PARTITIONS = "12";

    /** Name of the broker, or of the brokers together. */
    public static final String BROKER = "broker";

    private static final int PORT_TRIES = 3;

    private final StackPlan plan;
    private final Consumer<String> say;
    private final FolderLock lock;
    private final Supervisor supervisor;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();
    private boolean ready;
    private boolean closed;

    private LocalStack(StackPlan plan, Consumer<String> say) {
        this.plan = plan;
        this.say = say;
        this.lock = plan.data().lock(FolderLock.Part.ALL);
        this.supervisor = new Supervisor(this::sayAndWriteDown);
    }

    /**
     * Starts everything; when something does not come up, all is stopped again.
     *
     * @param say gets one line for each program that is ready, and one whenever something dies or comes back
     */
    public static LocalStack start(StackPlan plan, Consumer<String> say) {
        plan.checkPorts();
        LocalStack stack = new LocalStack(plan, say);
        try {
            stack.startServers();
            plan.programs().forEach(stack::start);
            stack.ready = true;
            stack.writeDown();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** What a program needs to join this stack. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Where a program listens. */
    public String url(Program program) {
        return "http://127.0.0.1:" + ports.get(program.word());
    }

    /** Bytes of memory of everything that runs, by name. */
    public Map<String, Long> memory() {
        return ofEach(Usage::residentBytes);
    }

    /** What processors have spent on everything that runs, by name. */
    public Map<String, Duration> processorTime() {
        return ofEach(Usage::processorTime);
    }

    private <T> Map<String, T> ofEach(LongFunction<T> figure) {
        Map<String, T> figures = new TreeMap<>();
        for (Supervised supervised : supervisor.all()) {
            for (ChildProcess process : supervised.processes()) {
                figures.put(process.name(), figure.apply(process.pid()));
            }
        }
        return figures;
    }

    /** Starts a further program. */
    public void start(Program program) {
        int preferred = ports.getOrDefault(program.word(), program.preferredPort());
        int asked = program == Program.UI ? plan.uiPort() : 0;
        for (int attempt = 1; ; attempt++) {
            int port = asked != 0 ? asked : Ports.freeFrom(preferred);
            try {
                start(program, port);
                return;
            } catch (IllegalStateException e) {
                // Between choosing a port and listening on it another program may have taken it: choose again.
                if (asked != 0 || Ports.isFree(port) || attempt == PORT_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void start(Program program, int port) {
        ports.put(program.word(), port);
        if (program == Program.PROJECTOR) {
            // The UI asks it in SQL.
            settings.put("penstock.ui.projector", url(program));
        }
        ProgramSettings own = new ProgramSettings()
                .putAll(settings)
                .put("quarkus.http.host", "127.0.0.1")
                .put("quarkus.http.port", Integer.toString(port));
        timed(() -> RunningProgram.start(program, own, plan.data().programs(), plan.compilation()), url(program));
    }

    /** Stops one program and forgets it. */
    public void stop(Program program) {
        named(program.word()).ifPresent(supervisor::stop);
        writeDown();
    }

    /** SIGKILL to one process of that name (of the brokers, the last); it comes back as after any unexpected death. */
    public void kill(String name) {
        named(name).ifPresent(supervised -> supervised.processes().getLast().kill());
    }

    /** How many brokers there are. */
    public int brokers() {
        return plan.brokers();
    }

    private Optional<Supervised> named(String name) {
        return supervisor.all().stream()
                .filter(supervised -> supervised.name().equals(name))
                .findFirst();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        supervisor.close();
        StackFile.remove(plan.data());
        lock.close();
    }

    private void startServers() {
        BrokerOptions options = new BrokerOptions(
                plan.data().broker(),
                plan.data().logs(),
                plan.brokers(),
                plan.brokerPort() == 0 ? BrokerOptions.PREFERRED_PORT : plan.brokerPort(),
                plan.brokerPort() != 0,
                256,
                plan.compilation(),
                "warn",
                Map.of());
        LocalBroker broker = timed(() -> LocalBroker.start(options), "");
        settings.put("penstock.kafka.bootstrap", broker.bootstrap());
        settings.put("penstock.topic-prefix", "jobs.");
        settings.put("penstock.partitions", PARTITIONS);
        settings.put("penstock.replication-factor", Integer.toString(plan.brokers()));
        settings.put("penstock.data-dir", plan.data().top().toString());
        LocalPostgres postgres = timed(() -> LocalPostgres.start(postgresOptions()), "");
        settings.putAll(Databases.prepare(postgres, plan.data()));
        settings.putAll(SignIn.settings(plan.data(), plan.isDemo()));
        if (plan.isDemo()) {
            settings.putAll(LegacyTrigger.SETTINGS);
            // The load starts last, and the UI has a button for it: it must know where it will listen. Not a port that
            // the
            // programs in between, or those of another stack, try as well.
            ports.put(Program.DEMO_LOAD.word(), Ports.free());
            settings.put("penstock.ui.demo-load", url(Program.DEMO_LOAD));
            // The demo's SMTP server and webhook receiver take what administrators and users are told.
            settings.put("penstock.ui.notify-mail", "administrators@example.org");
            settings.put("penstock.ui.notify-webhook", "operations");
            settings.put("penstock.ui.user-domain", "example.org");
        }
        writeDown();
    }

    private PostgresOptions postgresOptions() {
        PostgresOptions options =
                new PostgresOptions(plan.data().postgres(), plan.data().logs(), 0, false, true);
        return plan.postgresPort() == 0
                ? options.preferringPort(PostgresOptions.PREFERRED_PORT)
                : options.onPort(plan.postgresPort());
    }

    private <T extends Supervised> T timed(Supplier<T> start, String where) {
        long begin = System.nanoTime();
        T started = start.get();
        supervisor.watch(started);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        String place = switch (started) {
            case LocalBroker broker -> broker.bootstrap();
            case LocalPostgres postgres -> "127.0.0.1:" + postgres.port();
            default -> where;
        };
        sayAndWriteDown(String.format(
                Locale.ROOT, "%-10s ready  %-34s %5.1f s", started.name(), place, took.toMillis() / 1000.0));
        return started;
    }

    private void sayAndWriteDown(String sentence) {
        say.accept(sentence);
        writeDown();
    }

    private synchronized void writeDown() {
        if (!closed) {
            StackFile.write(plan.data(), ready, settings, supervisor.all(), ports);
        }
    }
}
