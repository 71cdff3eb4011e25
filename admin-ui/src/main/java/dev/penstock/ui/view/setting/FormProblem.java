package dev.penstock.ui.view.setting;

/**
 * Why a form was not taken.
 *
 * @param field name of the field that is wrong; empty: none of them, or all together
 * @param sentence what is wrong and what to do; empty: nothing is
 */
public record FormProblem(String field, String sentence) {
    public static final FormProblem NONE = new FormProblem("", "");

    /** What is wrong lies in no single field. */
    public static FormProblem of(String sentence) {
        return new FormProblem("", sentence);
    }
}
