/**
 * Inspection templates: data files, their expansion for one asset, verdicts and computed values.
 *
 * <p>A template is one JSON file per version beside this package's classes: forms (a) to (j) of the domain specification, e.g.
 * {@code ups-m.v1.json}. It declares the attributes that it uses, with a default only where the specification gives one; what it asks on site
 * when the ledger lacks it; partitions (one row per phase or per cylinder); and sections of items with labels, help, photo rule, condition and
 * limits. Bounds and formulas are expressions over attributes and other answers, worked out exactly. Sections and limits may be taken over
 * from another template. {@link xundang.model.template.TemplateCheck} names what is wrong with a file.
 */
@NullMarked
package xundang.model.template;

import org.jspecify.annotations.NullMarked;
