package dev.penstock.processor.handlers.listener;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.PartFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Posts an order: a debit and a credit for each posting, and a line that closes the order. It never asks whether to stop. A
 * run that is killed leaves the part of the order that is posted; the next one goes on behind it, and posts nothing twice.
 */
public final class ExecuteListenerHandler implements JobHandler<ExecuteListener> {
    private final Path ledger;

    public ExecuteListenerHandler(Path ledger) {
        this.ledger = ledger;
    }

    /** What the job leaves behind. */
    public record Posted(String file, int postings, long cents) {}

    /** How far a run came. */
    record Reached(int postings, long bytes) {}

    @Override
    public Posted run(ExecuteListener order, JobContext context) throws IOException, InterruptedException {
        check(order);
        String name = context.idempotencyKey() + ".ledger";
        Path whole = Inside.of(ledger, name);
        if (!Files.exists(whole)) {
            Reached reached = reached(context);
            try (PartFile part = PartFile.open(ledger, context.idempotencyKey(), reached.bytes())) {
                post(order, part, reached, context);
                part.append("order " + order.order() + " closed at " + sum(order) + "\n");
                part.finish(whole);
            }
        }
        return new Posted(name, order.postings(), sum(order));
    }

    private static void check(ExecuteListener order) {
        boolean sound = order.postings() >= 1
                && order.postings() <= 500
                && order.settleMillis() >= 0
                && order.settleMillis() <= 1_000;
        if (!sound) {
            throw new PermanentFailure("An order has 1 to 500 postings that settle in 0 to 1,000 ms, not "
                    + order.postings() + " in " + order.settleMillis() + " ms: submit it in parts.");
        }
    }

    private Reached reached(JobContext context) throws IOException {
        Reached reached = context.checkpoint(Reached.class).orElse(new Reached(0, 0));
        return PartFile.length(ledger, context.idempotencyKey()) < reached.bytes() ? new Reached(0, 0) : reached;
    }

    private static void post(ExecuteListener order, PartFile part, Reached start, JobContext context)
            throws IOException, InterruptedException {
        for (int i = start.postings() + 1; i <= order.postings(); i++) {
            part.append("posting " + i + " debit stock " + order.cents() + "\n");
            part.append("posting " + i + " credit sales " + order.cents() + "\n");
            Thread.sleep(order.settleMillis());
            context.checkpoint(new Reached(i, part.force()));
            context.progress(i, order.postings(), "postings settled");
        }
    }

    private static long sum(ExecuteListener order) {
        return order.cents() * order.postings();
    }
}
