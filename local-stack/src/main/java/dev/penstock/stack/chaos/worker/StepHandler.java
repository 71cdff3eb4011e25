package dev.penstock.stack.chaos.worker;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import org.jspecify.annotations.Nullable;

/** Does what a recipe says, and writes down that it did. */
final class StepHandler {
    private final RunBook book;

    /** How far an attempt came. */
    record Done(int slices) {}

    StepHandler(RunBook book) {
        this.book = book;
    }

    @Nullable
    Object run(Recipe recipe, JobContext context) throws InterruptedException {
        book.begins(context);
        String how = "broken off";
        try {
            Object result = cook(recipe, context);
            how = result == null ? "stopped" : "done";
            return result;
        } catch (TransientFailure | PermanentFailure e) {
            how = "failed";
            throw e;
        } finally {
            book.ends(context, how);
        }
    }

    private static @Nullable Object cook(Recipe recipe, JobContext context) throws InterruptedException {
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
        if (context.attempt() <= recipe.failures()) {
            throw new TransientFailure("The recipe lets attempt " + context.attempt() + " fail");
        }
        if (recipe.spoiled()) {
            throw new PermanentFailure("The recipe lets this job fail for good");
        }
        return new Done(recipe.slices());
    }
}
