package dev.penstock.ui.present.pipeline;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.fact.pipeline.LetterFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.pipeline.PipelineView.Letter;
import dev.penstock.ui.view.pipeline.PipelineView.Table;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Dead letters in words. */
public final class LetterViews {
    /** The read model keeps so many characters of base64; what is as long may have been cut. */
    private static final int CUT = 16 * 1_024;

    private LetterViews() {}

    public static Letter letter(LetterFact letter, Reader reader) {
        boolean job = letter.job() != null && JobId.isValid(letter.job());
        return new Letter(
                letter.partition() + "-" + letter.offset(),
                href(letter),
                reader.moment(letter.at()),
                job ? Hue.RED.word() : Hue.AMBER.word(),
                job ? say("failed job") : say("unreadable"),
                letter.reason(),
                letter.job() == null || !job
                        ? null
                        : new Link(
                                (letter.type() == null ? "" : letter.type() + " ")
                                        + JobRows.shortId(new JobId(letter.job())),
                                Links.job(new JobId(letter.job()))));
    }

    public static String href(LetterFact letter) {
        return "/pipeline/letters/" + letter.partition() + "-" + letter.offset();
    }

    /** Where it comes from. */
    public static List<Table> facts(LetterFact letter) {
        LetterFact.Source source = letter.source();
        List<String> from = source == null
                ? List.of(say("Source"), say("its job"))
                : List.of(
                        say("Source"),
                        say("{1}, partition {2}, offset {3}", source.topic(), source.partition(), source.offset()));
        List<String> here =
                List.of(say("Dead letter"), say("partition {1}, offset {2}", letter.partition(), letter.offset()));
        return List.of(
                new Table("facts", say("Where it is"), "", List.of(say("What"), say("Where")), List.of(from, here)));
    }

    /** The unreadable bytes as text; bytes that are none become �. */
    public static String input(LetterFact letter) {
        if (letter.input() == null) {
            return "";
        }
        String whole = letter.input().substring(0, letter.input().length() / 4 * 4);
        try {
            return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return letter.input();
        }
    }

    /** Why it cannot be sent again; empty if it can. */
    public static String whyNot(LetterFact letter, String submissions) {
        if (letter.source() == null || letter.input() == null) {
            return say("A failed job is not sent again: retry it on its page, with its payload corrected if need be.");
        }
        if (!letter.source().topic().equals(submissions)) {
            return say(
                    "Only submissions can be sent again: what came from {1} was signed by its sender, who has to send it again.",
                    letter.source().topic());
        }
        return letter.input().length() >= CUT
                ? say(
                        "It is too long for this page: read it from {1} and send it from there.",
                        letter.source().topic())
                : "";
    }
}
