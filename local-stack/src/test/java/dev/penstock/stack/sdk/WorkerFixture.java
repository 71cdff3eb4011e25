package dev.penstock.stack.sdk;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.JobWorkerBuilder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A bare broker with the queue {@code mail}, the test as its processor, and workers that are closed after each test. One for
 * all tests of a class: topics cost more than tests.
 */
final class WorkerFixture implements AfterEachCallback, AfterAllCallback {
    private final BareBroker broker;
    private final Processor processor;
    private final List<JobWorker> workers = new CopyOnWriteArrayList<>();

    WorkerFixture() {
        this(BareBroker.fresh());
    }

    WorkerFixture(BareBroker broker) {
        this.broker = broker;
        this.processor = new Processor(broker);
        processor.queue("mail");
    }

    BareBroker broker() {
        return broker;
    }

    Processor processor() {
        return processor;
    }

    JobWorkerBuilder builder() {
        return JobWorker.builder(broker.kafka()).name("mail").concurrency(4);
    }

    JobWorker start(JobHandler<SendEmail> handler) {
        return start(builder().handler(SendEmail.class, handler));
    }

    JobWorker start(JobWorkerBuilder builder) {
        JobWorker worker = builder.start();
        workers.add(worker);
        return worker;
    }

    WorkOrder dispatch() {
        return dispatch("ana@example.org");
    }

    WorkOrder dispatch(String to) {
        return processor.dispatch(processor.order("email.send", new SendEmail(to)));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        workers.forEach(JobWorker::close);
        workers.clear();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    void close() {
        workers.forEach(JobWorker::close);
        processor.close();
        broker.close();
    }
}
