namespace Portal.Rules.WorkRequests;

/// <summary>What is wrong with a definition.</summary>
public enum DefinitionFaultKind
{
    /// <summary>It is no JSON from here on.</summary>
    NotJson,

    /// <summary>The definition as a whole is too long.</summary>
    Oversized,

    /// <summary>A part is missing.</summary>
    Missing,

    /// <summary>A part has a name that nobody knows, or that does not go with the type of the field.</summary>
    Unknown,

    /// <summary>A part stands there twice.</summary>
    Twice,

    /// <summary>Something else is expected: a text, a number, an object, a list.</summary>
    WrongType,

    /// <summary>A text is empty, too long, or has signs that no field takes.</summary>
    WrongText,

    /// <summary>A number is too small or too large.</summary>
    OutOfRange,

    /// <summary>It is no key: letters and digits, beginning with a small letter.</summary>
    WrongKey,

    /// <summary>There is no such type of field, or not in a table.</summary>
    WrongFieldType,

    /// <summary>A list is empty, or has more entries than it may.</summary>
    WrongCount,

    /// <summary>It is no key of a date that stands before this one.</summary>
    NoDayBefore,

    /// <summary>A form has one field of attachments.</summary>
    SecondFile,

    /// <summary>With all rows filled the form has more inputs than a form can carry.</summary>
    TooManyInputs,
}

/// <summary>One fault of a definition.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Where">The part: "fields[2].label.en"; empty for the whole.</param>
public sealed record DefinitionFault(int Line, DefinitionFaultKind Kind, string Where);

/// <summary>A definition as it was understood.</summary>
/// <param name="Definition">Null beside faults.</param>
/// <param name="Faults">In the order of their lines.</param>
public sealed record DefinitionReading(WorkDefinition? Definition, IReadOnlyList<DefinitionFault> Faults);
