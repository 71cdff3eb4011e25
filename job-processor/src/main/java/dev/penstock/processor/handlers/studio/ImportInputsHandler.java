package dev.penstock.processor.handlers.studio;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** All inputs or none: a line that cannot be read fails the job before the item is touched. */
public final class ImportInputsHandler implements JobHandler<ImportInputs> {
    private final Path inbox;
    private final Items items;

    public ImportInputsHandler(Path inbox, Items items) {
        this.inbox = inbox;
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Taken(String item, int inputs) {}

    @Override
    public Taken run(ImportInputs order, JobContext context) throws IOException {
        Path file = Inside.of(inbox, order.file());
        if (!Files.exists(file)) {
            throw new TransientFailure("There is no file " + file + " yet");
        }
        Map<String, String> inputs = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            int sign = line.indexOf('=');
            if (sign < 1 || !line.substring(0, sign).matches("[a-z][a-z-]{0,40}")) {
                throw new PermanentFailure(order.file() + ", line " + number + " is \"" + line
                        + "\", expected field=value with a field of small letters: correct it, then submit a new job.");
            }
            inputs.put(line.substring(0, sign), line.substring(sign + 1).strip());
        }
        items.change(order.item(), item -> item.with(inputs));
        context.progress(number, number, "inputs");
        context.log(number + " inputs are in " + order.item());
        return new Taken(order.item(), number);
    }
}
