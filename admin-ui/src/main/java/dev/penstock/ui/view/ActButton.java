package dev.penstock.ui.view;

/**
 * A button that acts on one job. An act that is not allowed stays visible, off, with the reason.
 *
 * @param key name of the act in addresses: {@code retry}, {@code delete}
 * @param word on the button
 * @param label for screen readers: the word and the job
 * @param action address to post to; for acts that are confirmed, the address of the question
 * @param version lifecycle version of the job that the page shows; the act is refused if it has changed (failure scenario
 *     B5)
 * @param confirm whether a question comes first
 * @param whyNot sentence that says why the act is off; empty if it is allowed
 */
public record ActButton(
        String key, String word, String label, String action, long version, boolean confirm, String whyNot) {
    public boolean allowed() {
        return whyNot.isEmpty();
    }
}
