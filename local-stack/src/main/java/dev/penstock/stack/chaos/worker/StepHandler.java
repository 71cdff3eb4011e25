package dev.penstock.stack.chaos.worker;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.api.worker.outcome.SnoozeJob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does what a recipe says, and writes down that it did. */
final class StepHandler {
    private static final Duration A_MOMENT = Duration.ofMillis(400);
    private static final byte[] CONTENT = "What a job of the fault run has made.".getBytes(StandardCharsets.UTF_8);

    private final RunBook book;

    /** How far an attempt came. */
    record Done(int slices) {}

    StepHandler(RunBook book) {
        this.book = book;
    }

    @Nullable
    Object run(Recipe recipe, JobContext context) throws InterruptedException, IOException {
        book.begins(context);
        String how = "broken off";
        try {
            Object result = cook(recipe, context);
            how = result == null ? "stopped" : "done";
            return result;
        } catch (SnoozeJob e) {
            how = "snoozed";
            throw e;
        } catch (TransientFailure | PermanentFailure e) {
            how = "failed";
            throw e;
        } finally {
            book.ends(context, how);
        }
    }

    private static @Nullable Object cook(Recipe recipe, JobContext context) throws InterruptedException, IOException {
        Recipe.Quirk quirk = recipe.quirk();
        if (quirk != null && context.attempt() <= quirk.snoozes()) {
            throw new SnoozeJob(A_MOMENT);
        }
        if (recipe.family() != null && context.children().isEmpty()) {
            spawn(recipe.family(), context);
        }
        int done = context.checkpoint(Done.class).map(Done::slices).orElse(0);
        for (int slice = done; slice < recipe.slices(); slice++) {
            if (recipe.obeys() && context.stopRequested()) {
                return null;
            }
            Thread.sleep(recipe.millis() / recipe.slices());
            context.progress(slice + 1, recipe.slices());
            if (recipe.slices() > 1) {
                context.checkpoint(new Done(slice + 1));
            }
        }
        if (quirk != null && quirk.files()) {
            context.attach("result.txt", "text/plain", new ByteArrayInputStream(CONTENT));
        }
        if (context.attempt() <= recipe.failures()) {
            throw new TransientFailure("The recipe lets attempt " + context.attempt() + " fail");
        }
        if (recipe.spoiled()) {
            throw new PermanentFailure("The recipe lets this job fail for good");
        }
        await(recipe.family(), context);
        return new Done(recipe.slices());
    }

    /** The same names whenever it runs again. */
    private static void spawn(Recipe.Family family, JobContext context) {
        for (int i = 0; i < family.children(); i++) {
            context.spawn("child-" + i, NewJob.of(new Steps.Step(family.each())));
        }
    }

    private static void await(Recipe.@Nullable Family family, JobContext context) {
        boolean over = context.children().map(now -> now.open() == 0).orElse(false);
        if (family == null || over) {
            return;
        }
        switch (family.waiting()) {
            case SILENT -> {}
            case ALL -> context.awaitChildren(Report.Await.ALL);
            case EACH -> context.awaitChildren(Report.Await.EACH);
            case LEAVE -> context.leaveChildren();
        }
    }
}
