/** The findings themselves: what each part of a publication says, in sentences whose comparisons come from verdicts only. */
@NullMarked
package io.github.eratosthenes.publication.findings.topic;

import org.jspecify.annotations.NullMarked;
