namespace Portal.Rules.Text;

/// <summary>Why a text is accepted by no field (IV-01).</summary>
public enum TextProblem
{
    /// <summary>
    /// NUL, another control character, a line break where there is one line only, or a code point that is no character.
    /// </summary>
    ControlCharacter,

    /// <summary>Half of a UTF-16 pair; it cannot be stored as UTF-8.</summary>
    LoneSurrogate,

    /// <summary>
    /// An embedding, override or isolate that shows a text in another order than it has (U+202A–202E, U+2066–2069).
    /// </summary>
    BidirectionalControl,

    /// <summary>
    /// A character that shows as nothing, such as U+200B or U+FEFF: two texts would look alike and be different.
    /// </summary>
    InvisibleCharacter,

    /// <summary>
    /// More than <see cref="TextCheck.MaximumCombiningMarks"/>
    /// combining marks in a row, which draw over the lines around.
    /// </summary>
    TooManyCombiningMarks,
}
