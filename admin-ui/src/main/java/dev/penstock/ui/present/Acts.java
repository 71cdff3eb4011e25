package dev.penstock.ui.present;

import dev.penstock.api.lifecycle.Lifecycle;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.view.ActButton;
import java.util.ArrayList;
import java.util.List;

/** Buttons of a job: the same rule that decides in the processor says whether they are on. */
public final class Acts {
    /** The acts that have a button, in its order. */
    private static final List<Verb> SHOWN = List.of(Verb.RETRY, Verb.RUN_NOW, Verb.ABORT, Verb.DELETE);

    private Acts() {}

    /** In a list: Retry and Delete. */
    public static List<ActButton> inList(JobFact job, Reader reader) {
        return List.of(button(job, Verb.RETRY, reader), button(job, Verb.DELETE, reader));
    }

    /** On the job's own page: Retry and Delete always, the others where they are possible. */
    public static List<ActButton> onPage(JobFact job, Reader reader) {
        List<ActButton> buttons = new ArrayList<>();
        for (Verb verb : SHOWN) {
            ActButton button = button(job, verb, reader);
            if (button.allowed() || verb == Verb.RETRY || verb == Verb.DELETE) {
                buttons.add(button);
            }
        }
        return buttons;
    }

    /** One button; one that is confirmed leads to the question, the others post at once. */
    public static ActButton button(JobFact job, Verb verb, Reader reader) {
        Lifecycle.Refusal refusal = job.refusal(verb);
        String key = key(verb);
        String path = Links.job(job.id()) + "/" + key;
        String label = word(verb) + " " + job.type() + " " + JobRows.shortId(job.id());
        return new ActButton(
                key,
                word(verb),
                label,
                confirmed(verb) ? path + "?back=" + Links.encoded(reader.back()) : path,
                job.version(),
                confirmed(verb),
                refusal == null ? "" : refusal.sentence());
    }

    /** What cannot be undone is confirmed first. */
    public static boolean confirmed(Verb verb) {
        return verb == Verb.DELETE || verb == Verb.ABORT;
    }

    /** Name of the act in addresses. */
    public static String key(Verb verb) {
        return verb.phrase().replace(' ', '-');
    }

    static String word(Verb verb) {
        String phrase = verb.phrase();
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }
}
