"""From a question to a cited answer: understanding, evidence, composing, the gate, the text."""
