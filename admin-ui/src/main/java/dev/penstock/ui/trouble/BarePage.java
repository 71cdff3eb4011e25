package dev.penstock.ui.trouble;

import dev.penstock.ui.trouble.Trouble.Said;

/** Shows trouble to people whose request was refused before anything else was looked at. One bean of the pages implements it. */
public interface BarePage {
    /** A whole document. */
    String html(Said said);
}
