/**
 * Floor 0, words: the languages of the pages. Sources are written in English; English is also the key under which a
 * catalogue ({@code languages/de.po}) holds the sentence of another language.
 *
 * <p>Pure, and imports nothing. Sentences of Java go through {@link dev.penstock.ui.tongue.Tongue}, those of templates are
 * found by {@link dev.penstock.ui.tongue.Wording} when a template is parsed, so that templates stay plain English. Start
 * with {@link dev.penstock.ui.tongue.Language}; docs/languages.md says how to add one.
 */
@NullMarked
package dev.penstock.ui.tongue;

import org.jspecify.annotations.NullMarked;
