package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.ResultFolder;

/** A part of a publication: what one command measured, in a result folder of its own. */
public enum Part {
    /** Every strategy up to its largest size, on one JDK and compiler. */
    STUDY("study", ResultFolder.JMH),
    /** Every strategy on several JDKs and compilers, in the same rounds. */
    VARIANTS("variants", ResultFolder.JMH),
    /** The fast sieves beside the native library primesieve. */
    YARDSTICK("yardstick", ResultFolder.JMH),
    /** What each sieve does, counted, and the study's times beside those that the counts explain. */
    WORK("work", ResultFolder.EXPLANATION),
    /** Where the strategies break on an endpoint. */
    BREAKPOINTS("breakpoints", ResultFolder.BREAKPOINTS),
    /** Where they break when each function's machine keeps memory for itself. */
    BREAKPOINTS_RESERVED("breakpoints-reserved", ResultFolder.BREAKPOINTS),
    /** What calls to an endpoint took and cost. */
    LOAD("load", ResultFolder.LOAD);

    private final String folder;
    private final String file;

    Part(String folder, String file) {
        this.folder = folder;
        this.file = file;
    }

    /** Returns the name of the part's folder in a publication. */
    public String folder() {
        return folder;
    }

    /** Returns the name of the file that its charts are drawn from. */
    public String file() {
        return file;
    }
}
