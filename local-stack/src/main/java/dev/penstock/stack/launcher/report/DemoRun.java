package dev.penstock.stack.launcher.report;

import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.SignIn;
import dev.penstock.stack.history.Balance;
import dev.penstock.stack.history.Ledger;
import dev.penstock.stack.history.LogReader;
import dev.penstock.stack.history.PageWatch;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The demo with an end: load for a while, then quiet, then the books of that while, from the log itself. */
public final class DemoRun {
    /** Until nothing is submitted that the processor has not answered. */
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);
    /** Until jobs in queues and with workers have ended; those that wait for a later attempt stay open. */
    private static final Duration SETTLE_PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final LocalStack stack;
    private final Consumer<String> say;
    private final Map<String, Object> client;
    private final TopicNames topics;

    public DemoRun(LocalStack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
        Map<String, String> settings = stack.settings();
        this.client = Map.of("bootstrap.servers", Objects.requireNonNull(settings.get("penstock.kafka.bootstrap")));
        this.topics = new TopicNames(Objects.requireNonNull(settings.get("penstock.topic-prefix")));
    }

    /**
     * Runs the load for a while.
     *
     * @param faults whether the worker, one of several brokers and the processor are killed meanwhile, one after the other
     */
    public DemoReport run(Duration time, boolean faults) throws InterruptedException {
        Map<TopicPartition, Long> mark = mark();
        MemoryWatch memory = new MemoryWatch(stack);
        stack.start(Program.DEMO_LOAD);
        PageWatch watch = new PageWatch(client, topics, stack.url(Program.UI), SignIn.token(stack.settings()));
        try (watch;
                memory) {
            watch.start();
            memory.start();
            load(time, faults);
            say.accept("\nThe load stops; waiting for what is under way ...");
            LoadControl load = new LoadControl(stack.url(Program.DEMO_LOAD));
            load.stop();
            Await.until(ANSWER_PATIENCE, load::nothingPending);
        }
        Balance balance = settled(mark);
        stack.stop(Program.DEMO_LOAD);
        return new DemoReport(time, balance, watch.summary(), memory.atRest(), memory.most());
    }

    private void load(Duration time, boolean faults) throws InterruptedException {
        if (!faults) {
            Thread.sleep(time);
            return;
        }
        // One broker alone is no fault that work goes on through.
        List<String> victims = stack.brokers() == 1
                ? List.of(Program.WORKER.word(), Program.PROCESSOR.word())
                : List.of(Program.WORKER.word(), LocalStack.BROKER, Program.PROCESSOR.word());
        for (String victim : victims) {
            Thread.sleep(time.dividedBy(victims.size() + 1L));
            say.accept("  kill -9 of the " + victim);
            stack.kill(victim);
        }
        Thread.sleep(time.dividedBy(victims.size() + 1L));
    }

    private Map<TopicPartition, Long> mark() {
        try (LogReader reader = new LogReader(client)) {
            return reader.end(Ledger.topics(topics));
        }
    }

    private Balance settled(Map<TopicPartition, Long> mark) {
        Await.until(ANSWER_PATIENCE, BETWEEN_LOOKS, () -> balance(mark).unanswered() == 0);
        Await.until(
                SETTLE_PATIENCE, BETWEEN_LOOKS, () -> balance(mark).standings().underWay() == 0);
        return balance(mark);
    }

    private Balance balance(Map<TopicPartition, Long> mark) {
        return Ledger.balance(client, topics, mark);
    }
}
