package dev.penstock.processor.sdk;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report.Await;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.seal.MasterKey;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.family.ChildEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters to somebody, and a handler that says all it knows of them. */
final class LetterOffice {
    static final String MAIL = "ana.anaconda@example.org";

    private LetterOffice() {}

    @JobType(
            name = "letter.send",
            queue = "letters",
            sealed = {"to", "lines.text"})
    record Letter(String to, String manner, List<Line> lines) {}

    record Line(int number, String text) {}

    @JobType(name = "stamp.buy", queue = "letters")
    record Stamp(String to) {}

    static NewJob letter(String manner) {
        return NewJob.of(new Letter(MAIL, manner, List.of(new Line(1, "Dear Ana"), new Line(2, "your blood test"))))
                .subject("customer-17");
    }

    static MasterKey masterKey(Path folder) throws IOException {
        Path file = Files.createFile(
                folder.resolve("master"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return MasterKey.read(Files.writeString(file, "c2V2ZW50ZWVuIGxpdHRsZSBtYXN0ZXIga2V5cyBhIWI="));
    }

    static @Nullable Object write(Letter letter, JobContext context) {
        context.log(LogLine.Level.INFO, "writing to " + letter.to());
        return switch (letter.manner()) {
            case "fail" -> throw new PermanentFailure("no such address: " + letter.to());
            case "family" -> {
                if (context.children().isPresent()) {
                    ChildEnd child = context.children().get().ended().getFirst();
                    yield child.result(String.class);
                }
                context.spawn(NewJob.of(new Stamp(letter.to())).subject("customer-17"));
                context.awaitChildren(Await.ALL);
                yield null;
            }
            default -> {
                context.checkpoint(letter);
                Letter kept = context.checkpoint(Letter.class).orElseThrow();
                yield Map.of("sent", kept.to(), "text", kept.lines().getLast().text());
            }
        };
    }
}
